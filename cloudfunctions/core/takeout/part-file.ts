import { PART_BYTES, PART_ITEMS } from '../exports/rules';

/** Lists of the file; the first two are what an import reads. */
export const SECTIONS = ['items', 'trash', 'entries', 'chains', 'chainEntries', 'batches', 'log'] as const;
export type Section = (typeof SECTIONS)[number];

/** One record of a list, as JSON. */
export interface Line {
  section: Section;
  text: string;
}

const isRow = (section: Section): boolean => section === 'items' || section === 'trash';

/** Between two records. */
const SEPARATOR = ',\n';

/** Collects records until a file is full: each part is as large as an import takes. At most one part is in memory. */
export class PartFile {
  private lists = new Map<Section, string[]>();
  private bytes = 0;
  private rows = 0;
  private part = 1;

  /** @param person record of the first part, as JSON. */
  constructor(
    private readonly now: number,
    private person: string | undefined,
  ) {
    this.bytes = Buffer.byteLength(person ?? '');
  }

  /** The part that was full before this record, if it was. */
  add({ section, text }: Line): string | undefined {
    const bytes = Buffer.byteLength(text) + SEPARATOR.length;
    const isFull = (isRow(section) && this.rows >= PART_ITEMS) || this.bytes + bytes > PART_BYTES;
    const full = isFull ? this.take() : undefined;
    const list = this.lists.get(section) ?? [];
    list.push(text);
    this.lists.set(section, list);
    this.bytes += bytes;
    this.rows += Number(isRow(section));
    return full;
  }

  /** What is left; a person without anything still has the first part. */
  take(): string | undefined {
    if (this.lists.size === 0 && this.person === undefined) return undefined;
    const head = { app: 'liyili', version: 1, exportedAt: this.now, part: this.part };
    const person = this.person === undefined ? '' : `,"person":${this.person}`;
    const lists = SECTIONS.filter(section => isRow(section) || this.lists.has(section)).map(
      section => `,\n"${section}":[\n${(this.lists.get(section) ?? []).join(SEPARATOR)}\n]`,
    );
    this.lists = new Map();
    this.person = undefined;
    this.bytes = 0;
    this.rows = 0;
    this.part += 1;
    return `${JSON.stringify(head).slice(0, -1)}${person}${lists.join('')}}\n`;
  }
}
