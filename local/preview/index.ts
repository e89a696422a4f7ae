import type { AddressInfo } from 'node:net';
import type { Problem } from './compiler/app-bundle';
import type { MessageTitles } from './message-titles';
import { BuildLoop, type Log } from './server/build-loop';
import type { Person } from './server/documents';
import { LiveEvents } from './server/live-events';
import { createPreviewServer } from './server/preview-server';
import { SourceWatcher } from './server/source-watcher';

export { compileCheck } from './compiler/compile-check';

export interface PreviewOptions {
  /** Folder with app.json. */
  root: string;
  /** The node_modules folder for npm components and packages; the program's own is looked at first. */
  npmRoot: string;
  /** Of a running local cloud; without it calls to the cloud fail with a message. */
  cloudUrl?: string;
  /** 0 takes any free port. */
  port: number;
  /** Files that `wx.chooseMessageFile` and the import screen offer. */
  samplesDir?: string;
  /** Rebuild and reload on change; true unless said otherwise. */
  watch?: boolean;
  people?: Person[];
  /** What WeChat would call the messages of each template. */
  messageTitles?: MessageTitles;
  log?: Log;
}

export interface Preview {
  url: string;
  /** Builds again, reloads open phones when something changed, and gives the problems found. */
  rebuild(): Promise<Problem[]>;
  stop(): Promise<void>;
}

/** One has large type, as in WeChat's 关怀模式. */
const PEOPLE: Person[] = [
  { id: 'lin', name: '林小夏', openid: 'preview-openid-lin', fontScale: 1 },
  { id: 'chen', name: '陈师傅', openid: 'preview-openid-chen', fontScale: 1 },
  { id: 'wang', name: '王奶奶', openid: 'preview-openid-wang', fontScale: 1.4 },
];

/**
 * Serves a mini program folder in the browser, on loopback only. Resolves when the port is open; the first build
 * may still run, requests wait for it. Rejects when the port is taken.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const events = new LiveEvents();
  const builds = new BuildLoop(options, options.log ?? console.log, (result, changed) => {
    events.announce(result.problems, changed);
  });
  const server = createPreviewServer({
    builds,
    events,
    settings: {
      people: options.people ?? PEOPLE,
      hasCloud: options.cloudUrl !== undefined,
      messageTitles: options.messageTitles ?? {},
    },
    cloudUrl: options.cloudUrl,
    samplesDir: options.samplesDir,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
    });
  } catch (error) {
    await builds.stop();
    throw error;
  }
  const watcher =
    options.watch === false
      ? undefined
      : new SourceWatcher(options.root, touched => void builds.rebuild(touched));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    rebuild: async () => (await builds.rebuild()).problems,
    stop: async () => {
      watcher?.close();
      events.close();
      server.closeAllConnections();
      await new Promise<unknown>(resolve => server.close(resolve));
      await builds.stop();
    },
  };
}
