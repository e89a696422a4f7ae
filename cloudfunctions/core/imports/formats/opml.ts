import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { ParsedRow, ParsedSource, Unreadable } from './parsed-row';

/** Nothing deeper than this is read: real files have two levels. */
const DEPTH_MAX = 10;

interface Outline {
  attributes: Record<string, unknown>;
  children: Outline[];
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numbers; entities a document declares itself are never expanded. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `preserveOrder` gives a list of `{tag: children, ':@': attributes}`. */
function outlinesIn(nodes: unknown): Outline[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isRecord).flatMap(node => {
    if (!('outline' in node)) return [];
    const attributes = isRecord(node[':@']) ? node[':@'] : {};
    return [{ attributes, children: outlinesIn(node['outline']) }];
  });
}

const childOf = (nodes: unknown, tag: string): unknown =>
  Array.isArray(nodes) ? nodes.filter(isRecord).find(node => tag in node)?.[tag] : undefined;

const attribute = ({ attributes }: Outline, name: string): string => {
  const value = attributes[name];
  return typeof value === 'string' ? decoded(value).trim() : '';
};

const addressOf = (outline: Outline): string =>
  attribute(outline, 'htmlUrl') || attribute(outline, 'xmlUrl') || attribute(outline, 'url');

const nameOf = (outline: Outline): string => attribute(outline, 'title') || attribute(outline, 'text');

function subscription(outline: Outline, folders: string[]): Omit<ParsedRow, 'row'> {
  const url = addressOf(outline);
  const name = nameOf(outline) || url;
  const tags = folders.map(folder => folder.slice(0, 20));
  const fields = { name: name.slice(0, 100), ...(url !== '' && { url }), ...(tags.length > 0 && { tags }) };
  return { raw: name, fields };
}

/** An outline with an address or nothing inside is a subscription; others are folders and become tags. */
function collect(outlines: Outline[], folders: string[]): Omit<ParsedRow, 'row'>[] {
  if (folders.length > DEPTH_MAX) return [];
  return outlines.flatMap(outline => {
    const isFolder = addressOf(outline) === '' && outline.children.length > 0;
    if (!isFolder) return [subscription(outline, folders), ...collect(outline.children, folders)];
    return collect(outline.children, [...folders, nameOf(outline) || '未命名']);
  });
}

/** OPML 1 and 2. */
export function readOpml(text: string): ParsedSource | Unreadable {
  if (XMLValidator.validate(text) !== true) return { unreadable: 'OPML 文件不完整，读不出来' };
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    processEntities: false,
  });
  const found = collect(outlinesIn(childOf(childOf(parser.parse(text), 'opml'), 'body')), []);
  return { format: 'opml', rows: found.map((row, index) => ({ row: index + 1, ...row })) };
}
