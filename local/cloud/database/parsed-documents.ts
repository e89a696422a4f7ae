import { parseDoc } from './ejson';
import type { Doc } from './values';

/**
 * Characters of stored text kept parsed in each of two generations. With the objects made of them both
 * together take about 64 MB at most.
 */
const GENERATION_CHARS = 8_000_000;
/** Larger documents are parsed each time: a few of them would push out all others. */
const DOCUMENT_CHARS = 20_000;

let young = new Map<string, Doc>();
let old = new Map<string, Doc>();
let youngChars = 0;

/**
 * A stored document, parsed once while it is in use: parsing is most of the cost of a read of many.
 * Its own text is the key, so nothing has to be invalidated, whatever view the text came from.
 * The result is shared: nobody may change it.
 */
export function parsedDocument(text: string): Doc {
  const known = young.get(text);
  if (known) return known;
  const doc = old.get(text) ?? parseDoc(text);
  if (text.length > DOCUMENT_CHARS) return doc;
  if (youngChars > GENERATION_CHARS) {
    old = young;
    young = new Map();
    youngChars = 0;
  }
  young.set(text, doc);
  youngChars += text.length;
  return doc;
}
