import { Parser } from 'htmlparser2';
import type { ItemKind } from '../../../../typings/contract/items';
import type { ParsedRow, Reading } from './parsed-row';
import { describedRow } from './parsed-row';
import { folderOf, RECORDS_READ, tagsOf } from './texts';

/** Elements inside one another; real files have five. */
const DEPTH_MAX = 512;
const SLICE = 64 * 1024;

type Attributes = Record<string, string>;

/** Names of attributes are written in any case. */
const lowered = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value.trim()]));

interface Outline {
  attributes: Attributes;
  path: string[];
  kind?: ItemKind | undefined;
  /** What it stands for is only known when it ends: with an outline inside and no address it is a folder. */
  place: number;
  hasChildren: boolean;
}

const addressOf = ({ htmlurl, xmlurl, url }: Attributes): string => htmlurl || xmlurl || url || '';
const nameOf = ({ title, text }: Attributes): string => title || text || '';

/** RFC 822 as OPML 2 has it, or any other date a program can read. */
function createdOf({ created }: Attributes): number | undefined {
  const at = created === undefined || !/\d{4}/.test(created) ? Number.NaN : Date.parse(created);
  return Number.isNaN(at) ? undefined : at;
}

/** OPML 2: categories are separated by commas and may begin with a slash. */
const categoriesOf = ({ category = '' }: Attributes): string[] =>
  tagsOf(category.split(',').map(tag => tag.trim().replace(/^\//, '')));

const rowOf = ({ attributes, path, kind }: Outline, row: number): ParsedRow =>
  describedRow(row, {
    name: nameOf(attributes),
    url: addressOf(attributes),
    handle: attributes['liyili:handle'],
    kind,
    folder: folderOf(path),
    tags: categoriesOf(attributes),
    note: attributes['description'],
    addedAt: createdOf(attributes),
  });

class Outlines {
  /** Elements open now: none at the end of a file that did not break off. */
  depth = 0;
  isOpml = false;
  private readonly open: Outline[] = [];
  /** Subscriptions in the order in which they begin; folders leave holes. */
  private readonly found: (Outline | undefined)[] = [];

  get rows(): ParsedRow[] {
    return this.found
      .flatMap(outline => outline ?? [])
      .slice(0, RECORDS_READ)
      .map((outline, index) => rowOf(outline, index + 1));
  }

  begin(name: string, raw: Attributes): void {
    this.depth += 1;
    if (name.toLowerCase() === 'opml') this.isOpml = true;
    if (name.toLowerCase() !== 'outline') return;
    const attributes = lowered(raw);
    const parent = this.open.at(-1);
    if (parent) parent.hasChildren = true;
    const own = attributes['liyili:kind'];
    const kind = own === 'follow' || own === 'like' || own === 'favorite' ? own : parent?.kind;
    const inner = parent && addressOf(parent.attributes) === '' ? [nameOf(parent.attributes)] : [];
    const path = [...(parent?.path ?? []), ...(parent?.attributes['liyili:kind'] ? [] : inner)].slice(-10);
    this.open.push({ attributes, path, kind, place: this.found.length, hasChildren: false });
    this.found.push(undefined);
  }

  end(name: string): void {
    this.depth -= 1;
    const outline = name.toLowerCase() === 'outline' ? this.open.pop() : undefined;
    if (!outline) return;
    const { attributes, hasChildren, place } = outline;
    const isFolder = addressOf(attributes) === '' && (hasChildren || attributes['liyili:kind'] !== undefined);
    if (!isFolder) this.found[place] = outline;
  }
}

/** OPML 1 and 2 (opml.org) as feed readers write it: outlines with an address, in folders; `category` as tags. */
export function readOpml(text: string): Reading {
  const outlines = new Outlines();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => outlines.begin(name, attributes),
      onclosetag: name => outlines.end(name),
    },
    // The entities of XML and numbers; those a document declares itself are never expanded.
    { xmlMode: true, decodeEntities: true },
  );
  for (let start = 0; start < text.length; start += SLICE) {
    parser.write(text.slice(start, start + SLICE));
    if (outlines.depth > DEPTH_MAX) return { unreadable: 'OPML 文件的层数太多，读不出来' };
  }
  const isWhole = outlines.isOpml && outlines.depth === 0;
  parser.end();
  if (!isWhole) return { unreadable: 'OPML 文件不完整，读不出来' };
  return { format: 'opml', rows: outlines.rows };
}
