import * as v from 'valibot';
import type { ParsedRow, ParsedSource, Unreadable } from './parsed-row';

const record = v.record(v.string(), v.unknown());

/** The frame of an export; its records are checked one by one. */
const exportFrame = v.object({
  app: v.literal('liyili'),
  version: v.literal(1),
  items: v.array(v.unknown()),
  trash: v.optional(v.array(v.unknown()), []),
});

function readRecord(value: unknown, row: number): ParsedRow {
  const fields = v.safeParse(record, value);
  const name = fields.success ? fields.output['name'] : undefined;
  return {
    row,
    raw: typeof name === 'string' ? name : JSON.stringify(value),
    fields: fields.success ? fields.output : {},
  };
}

/** An export of this program, version 1, trash included. */
export function readOwnJson(text: string): ParsedSource | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { unreadable: 'JSON 文件不完整，读不出来' };
  }
  const frame = v.safeParse(exportFrame, value);
  if (!frame.success) return { unreadable: '这不是理一理导出的文件' };
  const { items, trash } = frame.output;
  return {
    format: 'liyili-json',
    rows: [...items, ...trash].map((item, index) => readRecord(item, index + 1)),
  };
}
