import type { BatchState } from '../../../typings/contract/batches';
import type { ItemChanges, ItemKind } from '../../../typings/contract/items';

const RETENTION_MS = 72 * 3_600_000;

/** An item as its owner can tell it from another. Its key is kind and name as it was added. */
export interface Thing {
  state: 'live' | 'trashed';
  tags: string[];
  note: string | undefined;
  starred: boolean;
  protected: boolean;
  /** The batch it is in the trash by. */
  batch: number | undefined;
  /** Not before and not after these instants it was trashed. */
  trashedIn: Span | undefined;
}

export type Span = [from: number, to: number];

export interface Batch {
  kind: ItemKind;
  keys: string[];
  state: BatchState;
  handled: number;
  /** One number, but while two devices were at it. */
  removed: { least: number; most: number };
}

/** One thing that happens to an account, at one moment. */
export type Event = (model: AccountModel) => void;

/** What an account is: a map of its items and what became of its batches. */
export class AccountModel {
  things = new Map<string, Thing>();
  batches = new Map<number, Batch>();
  /** When the events happen. */
  span: Span = [0, 0];

  copy(): AccountModel {
    const copy = Object.assign(new AccountModel(), { span: this.span });
    copy.things = new Map([...this.things].map(([key, thing]) => [key, { ...thing }]));
    copy.batches = new Map([...this.batches].map(([id, batch]) => [id, { ...batch }]));
    return copy;
  }

  /** What a preview of these keys would freeze. */
  removable(keys: string[]): string[] {
    return keys.filter(key => this.things.get(key)?.state === 'live' && !this.things.get(key)?.protected);
  }

  /** The things in the trash of which something is true. */
  inTrash(isMeant: (thing: Thing) => boolean): Thing[] {
    return [...this.things.values()].filter(thing => thing.state === 'trashed' && isMeant(thing));
  }

  /** What is in the trash for 72 h is gone. */
  expire(now: number): void {
    for (const [key, { trashedIn }] of this.things) {
      if (trashedIn && trashedIn[1] + RETENTION_MS <= now) this.things.delete(key);
    }
  }

  add(key: string, tags: string[]): void {
    if (this.things.has(key)) return;
    const plain = {
      note: undefined,
      starred: false,
      protected: false,
      batch: undefined,
      trashedIn: undefined,
    };
    this.things.set(key, { state: 'live', tags, ...plain });
  }

  edit(key: string, { note, ...changes }: ItemChanges): void {
    const thing = this.things.get(key);
    if (thing?.state !== 'live') return;
    Object.assign(thing, changes, note !== undefined && { note: note ?? undefined });
  }

  progress(id: number, to: number): void {
    const batch = this.batches.get(id);
    if (!batch) return;
    const removed = this.removable(batch.keys.slice(batch.handled, to));
    const trashed = { state: 'trashed', batch: id, trashedIn: this.span };
    for (const key of removed) Object.assign(this.things.get(key) ?? {}, trashed);
    const count = batch.removed.most + removed.length;
    batch.removed = { least: count, most: count };
    batch.handled = Math.max(batch.handled, to);
  }

  undo(batch: number): void {
    for (const thing of this.inTrash(one => one.batch === batch)) revive(thing);
  }

  restore(key: string): void {
    revive(this.things.get(key));
  }

  erase(key: string): void {
    if (this.things.get(key)?.state === 'trashed') this.things.delete(key);
  }

  import(key: string, tag: string, restoreTrashed: boolean): void {
    this.add(key, [tag]);
    const thing = this.things.get(key);
    if (!thing || (thing.state === 'trashed' && !restoreTrashed)) return;
    revive(thing);
    thing.tags = [...new Set([...thing.tags, tag])];
  }
}

function revive(thing: Thing | undefined): void {
  if (thing?.state === 'trashed')
    Object.assign(thing, { state: 'live', batch: undefined, trashedIn: undefined });
}
