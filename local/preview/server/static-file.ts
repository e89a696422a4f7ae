import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Headers of everything served: a rebuilt file must never come out of the browser's cache. */
export function headersFor(name: string): Record<string, string> {
  return {
    'content-type': TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "frame-ancestors 'self'",
  };
}

export function sendText(response: ServerResponse, name: string, text: string, status = 200): void {
  response.writeHead(status, headersFor(name));
  response.end(text);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, 'reply.json', JSON.stringify(value), status);
}

export function sendFile(response: ServerResponse, file: string): void {
  const stream = fs.createReadStream(file);
  stream.on('open', () => {
    response.writeHead(200, headersFor(file));
    stream.pipe(response);
  });
  stream.on('error', () => sendJson(response, { errMsg: 'the file cannot be read' }, 404));
}

/** Files directly in the folder with their sizes in bytes; none when there is no folder. */
export function listSamples(folder: string | undefined): { name: string; size: number }[] {
  if (folder === undefined || !fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter(name => !name.startsWith('.'));
  return names
    .map(name => ({ name, stat: fs.statSync(path.join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => ({ name, size: stat.size }));
}
