/**
 * Buffer's own functions for buffers. The pinned typings of Node do not see a Buffer as a Uint8Array,
 * so the one conversion lives here.
 */
const bytes = (buffer: Buffer) => buffer as unknown as Uint8Array;

export const compareBytes = (a: Buffer, b: Buffer): number => Buffer.compare(bytes(a), bytes(b));

export const joinBytes = (parts: readonly Buffer[]): Buffer => Buffer.concat(parts.map(bytes));

export const copyOf = (buffer: Buffer): Buffer => Buffer.from(bytes(buffer));

export const copyInto = (target: Buffer, at: number, source: Buffer): void =>
  bytes(target).set(bytes(source), at);

export const sameBytes = (a: Buffer, b: Buffer): boolean => compareBytes(a, b) === 0;

/** Bytes as a string, for keys of maps. */
export const nameOf = (buffer: Buffer): string => buffer.toString('latin1');
