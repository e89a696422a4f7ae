import { readBilibili } from './bilibili';
import { readInstagram } from './instagram';
import { parseJson } from './json-values';
import { readOwnJson } from './own-json';
import type { Reading } from './parsed-row';

/** Each reader knows its own shapes by the names of their fields and leaves all others alone. */
const READERS = [readOwnJson, readInstagram, readBilibili];

export function readJson(text: string): Reading {
  const parsed = parseJson(text);
  if (!parsed) return { unreadable: 'JSON 文件不完整，读不出来' };
  for (const read of READERS) {
    const reading = read(parsed.value);
    if (reading) return reading;
  }
  return { unreadable: '不认识这个 JSON 文件，请看看支持哪些格式' };
}
