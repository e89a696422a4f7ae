import type { ItemKind } from '../../../typings/contract/items';
import { PART_BYTES, PART_ITEMS } from './rules';

/** One item as a format writes it. */
export interface Entry {
  kind: ItemKind;
  folder: string;
  addedAt: number;
  isTrash: boolean;
  text: string;
}

export interface Part {
  text: string;
  items: number;
}

/** A folder's heading in the formats that have one, with its name escaped. Bytes. */
const HEADING_BYTES = 300;

/** Collects entries until a file is full. At most one file's entries are in memory. */
export class PartBuilder {
  private entries: Entry[] = [];
  private groups = new Set<string>();
  private bytes = 0;

  constructor(private readonly render: (entries: Entry[]) => string) {}

  /** The file that was full before this entry, if it was. */
  add(entry: Entry): Part | undefined {
    const bytes = Buffer.byteLength(entry.text) + HEADING_BYTES * Number(!this.groups.has(groupOf(entry)));
    const isFull = this.entries.length >= PART_ITEMS || this.bytes + bytes > PART_BYTES;
    const full = isFull ? this.take() : undefined;
    this.entries.push(entry);
    this.groups.add(groupOf(entry));
    this.bytes += bytes;
    return full;
  }

  /** What is left, newest first as the lists show it; undefined when there is nothing. */
  take(): Part | undefined {
    const { entries } = this;
    if (entries.length === 0) return undefined;
    entries.sort((a, b) => b.addedAt - a.addedAt);
    this.entries = [];
    this.groups = new Set();
    this.bytes = 0;
    return { text: this.render(entries), items: entries.length };
  }
}

const groupOf = ({ kind, folder }: Entry): string => `${kind} ${folder}`;

/** Entries by kind, then by folder; those without one first. */
export function inFolders(entries: Entry[]): [ItemKind, [folder: string, texts: string[]][]][] {
  const kinds = (['follow', 'like', 'favorite'] as const).map((kind): [ItemKind, Entry[]] => [
    kind,
    entries.filter(entry => entry.kind === kind),
  ]);
  return kinds
    .filter(([, own]) => own.length > 0)
    .map(([kind, own]) => {
      const folders = new Map<string, string[]>([['', []]]);
      for (const { folder, text } of own) {
        const texts = folders.get(folder) ?? [];
        folders.set(folder, texts);
        texts.push(text);
      }
      return [kind, [...folders]];
    });
}
