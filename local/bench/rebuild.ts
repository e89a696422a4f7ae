import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPreview } from '../preview';

/** One file of each kind, in the program's longest screen. */
const CHANGED = ['wxml', 'ts', 'wxss'].map(kind => `pages/items/list/list.${kind}`);
/** What makes a change that the build cannot overlook, in each kind of file. */
const ADDITION: Record<string, (run: number) => string> = {
  '.wxml': run => `<view class="changed-${run}" />\n`,
  '.ts': run => `console.debug(${run});\n`,
  '.wxss': run => `.changed-${run} { color: red; }\n`,
};

interface Reloads {
  next(): Promise<void>;
  stop(): void;
}

/** Hears what an open phone hears. */
async function hearReloads(url: string): Promise<Reloads> {
  const abort = new AbortController();
  const { body } = await fetch(`${url}/-/events`, { signal: abort.signal });
  if (!body) throw new Error('no events');
  const reader = body.getReader();
  const next = async () => {
    let text = '';
    while (!text.includes('event: reload')) {
      const { value, done } = await reader.read();
      if (done) throw new Error('the preview ended');
      text += Buffer.from(value).toString();
    }
  };
  return { next, stop: () => abort.abort() };
}

/** From saving a file to the message that reloads the phones, ms, `runs` times for each kind of file. */
export async function measureRebuilds(root: string, runs: number): Promise<{ file: string; ms: number[] }[]> {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'liyili-rebuild-'));
  fs.cpSync(path.join(root, 'miniprogram'), path.join(copy, 'miniprogram'), { recursive: true });
  const preview = await startPreview({
    root: path.join(copy, 'miniprogram'),
    npmRoot: path.join(root, 'node_modules'),
    port: 0,
    log: () => undefined,
  });
  const reloads = await hearReloads(preview.url);
  try {
    await preview.rebuild();
    const measured: { file: string; ms: number[] }[] = [];
    for (const file of CHANGED) {
      const place = path.join(copy, 'miniprogram', file);
      const source = fs.readFileSync(place, 'utf8');
      const ms: number[] = [];
      for (let run = 1; run <= runs; run += 1) {
        const startedAt = performance.now();
        fs.writeFileSync(place, `${source}\n${ADDITION[path.extname(file)]?.(run)}`);
        await reloads.next();
        ms.push(performance.now() - startedAt);
      }
      measured.push({ file, ms });
    }
    return measured;
  } finally {
    reloads.stop();
    await preview.stop();
    fs.rmSync(copy, { recursive: true, force: true });
  }
}
