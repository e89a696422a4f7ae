import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { type BrowserBundle, bundleForBrowser } from './browser-bundle';
import type { BuildLoop } from './build-loop';
import { proxyToCloud } from './cloud-proxy';
import { type PageSettings, phoneDocument, workbenchDocument } from './documents';
import type { LiveEvents } from './live-events';
import { refusalOf } from './loopback-guard';
import { listSamples, sendFile, sendJson, sendText } from './static-file';

export interface ServerParts {
  builds: BuildLoop;
  events: LiveEvents;
  settings: PageSettings;
  cloudUrl: string | undefined;
  samplesDir: string | undefined;
}

type Handler = (request: IncomingMessage, response: ServerResponse, rest: string) => void | Promise<void>;

/** The preview's own browser parts and where they are. */
const BROWSER_PARTS: Record<string, string> = {
  host: path.resolve(__dirname, '../host/index.ts'),
  strip: path.resolve(__dirname, '../strip/index.ts'),
  live: path.resolve(__dirname, 'live/index.ts'),
};

/** Answers everything the browser asks of the preview: documents, scripts, files, events, and the cloud behind. */
export function createPreviewServer(parts: ServerParts): Server {
  const exact = exactRoutes(parts);
  const below = prefixRoutes(parts);
  return http.createServer((request, response) => {
    const refusal = refusalOf(request);
    if (refusal) return sendJson(response, { errMsg: refusal }, 403);
    const { pathname, search } = targetOf(request);
    const prefix = Object.keys(below).find(start => pathname.startsWith(start));
    const handler = exact[pathname] ?? (prefix && below[prefix]);
    if (!handler) return sendJson(response, { errMsg: `nothing is served at ${pathname}` }, 404);
    const rest = prefix ? pathname.slice(prefix.length) + search : '';
    void answer(() => handler(request, response, rest), response);
  });
}

function exactRoutes({ builds, events, settings, samplesDir }: ServerParts): Record<string, Handler> {
  const routes: Record<string, Handler> = {
    '/': (_, response) => sendText(response, 'index.html', workbenchDocument(settings)),
    '/phone': (_, response) => sendText(response, 'phone.html', phoneDocument(settings)),
    '/healthz': (_, response) => sendJson(response, { ok: true }),
    '/-/app.js': async (_, response) => sendText(response, 'app.js', (await builds.current()).script),
    '/-/app.js.map': async (_, response) => sendText(response, 'app.js.map', (await builds.current()).map),
    '/-/app.css': (_, response) => sendText(response, 'app.css', ''),
    '/-/events': (_, response) => events.connect(response),
    '/-/samples': (_, response) => sendJson(response, listSamples(samplesDir)),
  };
  for (const [name, entry] of Object.entries(BROWSER_PARTS)) {
    // Now, not when it is asked for: the first page opens a second sooner.
    const bundle = bundleForBrowser(entry, name);
    const send = (file: string, part: keyof BrowserBundle): Handler => {
      return async (_, response) => sendText(response, file, (await bundle)[part]);
    };
    routes[`/-/${name}.js`] = send('part.js', 'script');
    routes[`/-/${name}.js.map`] = send('part.map', 'map');
    routes[`/-/${name}.css`] = send('part.css', 'css');
  }
  return routes;
}

function prefixRoutes({ builds, cloudUrl, samplesDir }: ServerParts): Record<string, Handler> {
  return {
    '/-/cloud/': (request, response, rest) => proxyToCloud(cloudUrl, `/${rest}`, request, response),
    '/-/samples/': (_, response, rest) => {
      const name = decodePath(rest);
      const known = listSamples(samplesDir).some(sample => sample.name === name);
      if (known && samplesDir !== undefined) return sendFile(response, path.join(samplesDir, name));
      return sendJson(response, { errMsg: `there is no sample ${name}` }, 404);
    },
    '/-/root/': (_, response, rest) => {
      const file = decodePath(rest);
      const disk = builds.compiler.tree.locate(file);
      return disk ? sendFile(response, disk) : sendJson(response, { errMsg: `${file} does not exist` }, 404);
    },
  };
}

/** A bug in one answer must not end the server. */
async function answer(handle: () => void | Promise<void>, response: ServerResponse): Promise<void> {
  try {
    await handle();
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendJson(response, { errMsg: String(error) }, 500);
  }
}

function targetOf(request: IncomingMessage): { pathname: string; search: string } {
  const address = `http://localhost${request.url}`;
  return URL.canParse(address) ? new URL(address) : { pathname: 'an unreadable address', search: '' };
}

/** The path without its query; a malformed one names no file. */
function decodePath(rest: string): string {
  try {
    const path = decodeURIComponent(rest.replace(/\?.*$/, ''));
    return path.includes('\0') ? '' : path;
  } catch {
    return '';
  }
}
