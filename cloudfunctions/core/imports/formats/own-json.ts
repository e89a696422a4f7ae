import * as v from 'valibot';
import { fieldOf, isObject } from './json-values';
import type { ParsedRow, Reading } from './parsed-row';
import { RECORDS_READ } from './texts';

/** The frame of an export; its records are checked one by one. */
const exportFrame = v.object({
  app: v.literal('liyili'),
  version: v.literal(1),
  items: v.array(v.unknown()),
  trash: v.optional(v.array(v.unknown()), []),
  person: v.optional(v.unknown()),
});

function readRecord(value: unknown, row: number): ParsedRow {
  const name = fieldOf(value, 'name');
  const raw = typeof name === 'string' ? name : '（没有名称）';
  return { row, raw, fields: isObject(value) ? { ...value } : {} };
}

/** An export of this program, version 1, trash included; undefined when it is something else. */
export function readOwnJson(value: unknown): Reading | undefined {
  if (fieldOf(value, 'app') !== 'liyili') return undefined;
  const frame = v.safeParse(exportFrame, value);
  if (!frame.success) return { unreadable: '这不是理一理导出的文件，或者来自更新的版本' };
  const { items, trash, person } = frame.output;
  const isToLookAt =
    items.length + trash.length === 0 && person === undefined && fieldOf(value, 'part') !== undefined;
  if (isToLookAt) return { unreadable: '这一部分是报名、接龙和操作记录，供您查看，不用导入' };
  return {
    format: 'liyili-json',
    ...(person !== undefined && { person }),
    rows: [...items, ...trash].slice(0, RECORDS_READ).map((item, index) => readRecord(item, index + 1)),
  };
}
