import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import busboy from 'busboy';

/** The fields of a `multipart/form-data` body; the SDK sends text fields and one of protobuf bytes. */
export function readFields(headers: IncomingMessage['headers'], body: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>();
    const files: Array<Promise<unknown>> = [];
    const parser = busboy({ headers });
    parser.on('field', (name, value) => fields.set(name, Buffer.from(value)));
    parser.on('file', (name, content) => files.push(buffer(content).then(bytes => fields.set(name, bytes))));
    parser.on('error', reject);
    parser.on('close', () => Promise.all(files).then(() => resolve(fields), reject));
    Readable.from([body]).pipe(parser);
  });
}
