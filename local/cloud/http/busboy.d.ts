/** The part of busboy 1.6 that is used here; the package brings no types. */
declare module 'busboy' {
  import type { IncomingHttpHeaders } from 'node:http';
  import type { Readable, Writable } from 'node:stream';

  interface Parser extends Writable {
    on(event: 'field', listener: (name: string, value: string) => void): this;
    on(event: 'file', listener: (name: string, content: Readable) => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
    on(event: 'close', listener: () => void): this;
    on(event: string, listener: (...facts: unknown[]) => void): this;
  }

  export default function busboy(options: { headers: IncomingHttpHeaders }): Parser;
}
