import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { startLocalCloud } from '../cloud';
import { openDatabase } from '../cloud/database';
import { fill, measurePages } from './pages';

/** What a measured process is asked to be, as its one argument. */
export type BenchTask =
  | { serve: 'empty' }
  | { serve: 'cloud'; dir: string; functionsDir: string }
  | { fill: number; dir: string; functionsDir: string }
  | { pages: number; dir: string; functionsDir: string };

/** A server that answers the SDK at once, with nothing behind it. */
function serveNothing(): Promise<string> {
  const empty = JSON.stringify({ requestId: 'x', data: { insertedIds: ['x'], list: [], updated: 0 } });
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': empty.length });
      response.end(empty);
    });
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}

async function withDatabase<T>(
  { dir, functionsDir }: { dir: string; functionsDir: string },
  use: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const schema = JSON.parse(fs.readFileSync(path.join(functionsDir, 'database.json'), 'utf8'));
  const database = await openDatabase({ dir: path.join(dir, 'database'), schema, now: Date.now });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function run(task: BenchTask): Promise<unknown> {
  if ('fill' in task) return withDatabase(task, database => fill(database, task.fill));
  if ('pages' in task) return withDatabase(task, database => measurePages(database, task.pages));
  if (task.serve === 'empty') return { url: await serveNothing() };
  const startedAt = performance.now();
  const cloud = await startLocalCloud({ dir: task.dir, functionsDir: task.functionsDir, port: 0 });
  return { url: cloud.url, startMs: performance.now() - startedAt };
}

run(JSON.parse(process.argv[2] ?? '{}') as BenchTask).then(
  result => {
    process.send?.({ result });
    // A server's last question: how much memory it holds.
    process.on('message', () => process.send?.({ result: process.memoryUsage().rss }));
  },
  error => {
    console.error(error);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(0));
