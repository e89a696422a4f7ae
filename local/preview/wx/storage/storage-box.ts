import { ApiFailure } from '../api-call';

/** WeChat's limits: 1 MB for one key, 10 MB in all, counted here in UTF-8 bytes of the stored text. */
export const KEY_LIMIT_BYTES = 1024 * 1024;
export const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024;

/** What the box needs of `localStorage`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

interface Stored {
  type: string;
  data?: unknown;
  encrypted?: boolean;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Functions, symbols and the like cannot be stored; dates and odd numbers keep their type. */
function encode(value: unknown, encrypted: boolean): string {
  const type = Object.prototype.toString.call(value).slice(8, -1);
  if (type === 'Function' || type === 'Symbol' || type === 'BigInt') {
    throw new ApiFailure(`data should not be ${type}`);
  }
  const data = type === 'Date' ? (value as Date).getTime() : type === 'Number' ? String(value) : value;
  try {
    return JSON.stringify({ type, data, ...(encrypted && { encrypted }) });
  } catch {
    throw new ApiFailure('data cannot be converted to JSON');
  }
}

function decode({ type, data }: Stored): unknown {
  if (type === 'Date') return new Date(data as number);
  if (type === 'Number') return Number(data);
  return type === 'Undefined' ? undefined : data;
}

/** One person's `wx` storage, kept under a prefix of a shelf that several people share. */
export class StorageBox {
  constructor(
    private readonly shelf: Shelf,
    private readonly prefix: string,
  ) {}

  set(key: string, value: unknown, encrypted = false): void {
    if (key === '') throw new ApiFailure('key is empty');
    const text = encode(value, encrypted);
    const size = bytesOf(key) + bytesOf(text);
    if (size > KEY_LIMIT_BYTES) throw new ApiFailure('entry size limit reached');
    if (this.bytes(key) + size > TOTAL_LIMIT_BYTES) throw new ApiFailure('exceed storage max size 10Mb');
    try {
      this.shelf.setItem(this.prefix + key, text);
    } catch {
      throw new ApiFailure('the browser has no more room (5 M characters for all people of the preview)');
    }
  }

  /** Undefined when there is nothing, else `{ value }`; a value set with `encrypt` needs it to be read. */
  get(key: string, encrypted = false): { value: unknown } | undefined {
    const text = this.shelf.getItem(this.prefix + key);
    if (text === null) return undefined;
    const stored = JSON.parse(text) as Stored;
    return (stored.encrypted ?? false) === encrypted ? { value: decode(stored) } : undefined;
  }

  remove(key: string): void {
    this.shelf.removeItem(this.prefix + key);
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }

  keys(): string[] {
    const names = Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index) ?? '');
    return names.filter(name => name.startsWith(this.prefix)).map(name => name.slice(this.prefix.length));
  }

  /** Sizes in KB, as `wx.getStorageInfo` gives them. */
  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return {
      keys: this.keys(),
      currentSize: Math.ceil(this.bytes() / 1024),
      limitSize: TOTAL_LIMIT_BYTES / 1024,
    };
  }

  private bytes(except?: string): number {
    return this.keys()
      .filter(key => key !== except)
      .reduce((sum, key) => sum + bytesOf(key) + bytesOf(this.shelf.getItem(this.prefix + key) ?? ''), 0);
  }
}
