import { Parser } from 'htmlparser2';
import type { ItemKind } from '../../../../typings/contract/items';
import type { ParsedRow, Reading } from './parsed-row';
import { describedRow } from './parsed-row';
import { epochOf, folderOf, RECORDS_READ, tagsOf } from './texts';

/** Elements inside one another; real files stay below 20. More would make closing them slow. */
const DEPTH_MAX = 512;
const SLICE = 64 * 1024;

type Attributes = Record<string, string>;

interface Level {
  path: string[];
  kind?: ItemKind | undefined;
}

interface Link {
  attributes: Attributes;
  level: Level;
  title: string;
  note: string;
}

const KIND = /^(follow|like|favorite)$/;
/** Top folders every browser has say nothing about a link. */
const isRoot = (attributes: Attributes): boolean =>
  'personal_toolbar_folder' in attributes || 'unfiled_bookmarks_folder' in attributes;

/** Pocket's two headings. */
const pocketFolder = (title: string): string[] => (/^read archive$/i.test(title.trim()) ? ['Archive'] : []);

function rowOf({ attributes, level, title, note }: Link, row: number): ParsedRow {
  const { href = '', tags = '', add_date: added, time_added: pocketAdded } = attributes;
  return describedRow(row, {
    title,
    note,
    url: href.trim(),
    kind: level.kind,
    folder: folderOf(level.path),
    tags: tagsOf(tags.split(',')),
    cover: attributes['data-cover'],
    starred: attributes['data-important'] === 'true',
    addedAt: epochOf(added ?? pocketAdded),
  });
}

const rowsOf = (links: Link[]): Reading => ({
  format: 'netscape-html',
  rows: links.map((link, index) => rowOf(link, index + 1)),
});

/** Follows the elements of a file and collects its links. */
class Bookmarks {
  readonly links: Link[] = [];
  depth = 0;
  /** Nothing begins after the end of a list or page: the file did not break off. */
  isEnded = false;
  private readonly levels: Level[] = [{ path: [] }];
  private heading: { title: string; level: Level } | undefined;
  /** What text belongs to at the moment. */
  private writing: 'heading' | 'title' | 'note' | undefined;

  private get level(): Level {
    return this.levels.at(-1) ?? { path: [] };
  }

  open(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (name !== 'p') this.isEnded = false;
    if (name === 'h3' || name === 'h1') this.beginHeading(attributes);
    else if (name === 'dl' || name === 'ul') this.beginList();
    else if (name === 'a') this.beginLink(attributes);
    else if (name === 'dd') this.writing = 'note';
    else if (name === 'dt' || name === 'li') this.writing = undefined;
  }

  text(text: string): void {
    const link = this.links.at(-1);
    if (this.writing === 'heading' && this.heading) this.heading.title += text;
    else if (this.writing === 'title' && link) link.title += text;
    else if (this.writing === 'note' && link) link.note += text;
  }

  close(name: string, isImplied: boolean): void {
    this.depth -= 1;
    if (name === 'h3' || name === 'h1') this.endHeading(name);
    else if (name === 'a') this.writing = undefined;
    else if (name === 'dl' || name === 'ul') this.levels.pop();
    if (!isImplied && /^(dl|ul|body|html)$/.test(name)) this.isEnded = true;
  }

  private beginHeading(attributes: Attributes): void {
    const kind = attributes['data-liyili'];
    const isKind = kind !== undefined && KIND.test(kind);
    const level = { path: this.level.path, kind: isKind ? (kind as ItemKind) : this.level.kind };
    this.heading = { title: '', level };
    this.writing = isKind || isRoot(attributes) ? undefined : 'heading';
  }

  private endHeading(name: 'h1' | 'h3'): void {
    if (!this.heading) return;
    const { level, title } = this.heading;
    const folder = name === 'h3' ? [title] : pocketFolder(title);
    this.heading = { title: '', level: { ...level, path: [...level.path, ...folder].slice(-10) } };
    this.writing = undefined;
  }

  private beginList(): void {
    this.levels.push(this.heading?.level ?? this.level);
    this.heading = undefined;
    this.writing = undefined;
  }

  private beginLink(attributes: Attributes): void {
    const level = this.heading?.level ?? this.level;
    this.links.push({ attributes, level, title: '', note: '' });
    this.writing = 'title';
  }
}

/**
 * Bookmarks as all browsers, Raindrop and Pinboard write them (Netscape bookmark file: DL lists, H3 folders, A with
 * ADD_DATE in seconds and TAGS, DD as note), and Pocket's ril_export.html (UL lists under H1 "Unread" and "Read
 * Archive", `time_added`, `tags`). Shapes from real exports of Firefox, Chrome, Raindrop and Pocket.
 */
export function readBookmarks(text: string): Reading {
  const bookmarks = new Bookmarks();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => bookmarks.open(name, attributes),
      ontext: part => bookmarks.text(part),
      onclosetag: (name, isImplied) => bookmarks.close(name, isImplied),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let start = 0; start < text.length; start += SLICE) {
    parser.write(text.slice(start, start + SLICE));
    if (bookmarks.links.length >= RECORDS_READ) return rowsOf(bookmarks.links.slice(0, RECORDS_READ));
    if (bookmarks.depth > DEPTH_MAX) return { unreadable: '书签文件的层数太多，读不出来' };
  }
  parser.end();
  const isInsideTag = text.lastIndexOf('<') > text.lastIndexOf('>');
  if (bookmarks.links.length > 0 && (isInsideTag || !bookmarks.isEnded))
    return { unreadable: '书签文件不完整，请重新导出一次' };
  return rowsOf(bookmarks.links);
}
