import type { EntryView } from '../../../../typings/contract/entries';
import { eventOf } from '../../chains/events';
import { type ChainCall, defineChainAction, isAtLeast } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { recordEvents } from '../../chains/store';
import { entryViews } from '../../entries/views';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { optionCountsOf } from '../../seats/figures';
import { type FileFormat, keepSheet } from '../files';
import { writeCsv } from '../formats/csv';
import { writeJielong } from '../formats/jielong-writer';
import { writeLargeType } from '../formats/large-type';
import { tableOf, totalsTable } from '../formats/table';
import { writeXlsx } from '../formats/xlsx';
import { LINES_MAX, optionTotals } from '../rules';
import { sheetFormat } from '../schema';
import { readAll } from '../store';

const FORMAT_WORDS: Record<FileFormat, string> = {
  csv: 'CSV 表格',
  xlsx: 'Excel 表格',
  'large-type': '大字签到表',
};

/** Live entries in the order of their numbers. Who asks to be let in is known to the staff only, as in the lists. */
function liveIds({ chain: { book }, role }: ChainCall): string[] {
  const isStaff = isAtLeast(role, 'volunteer');
  const live = Object.values(book.held).filter(({ status }) => isStaff || status !== 'asking');
  const ids = new Set(live.map(({ entryId }) => entryId));
  return book.order.filter(id => ids.has(id));
}

const viewsOf = async (ids: string[], call: ChainCall): Promise<EntryView[]> =>
  entryViews(await readAll(ids), call);

/** As the caller sees the list: names that are hidden stay so. */
async function textOf(call: ChainCall) {
  const ids = liveIds(call);
  // No more are written; one more tells that there are.
  const shown = await viewsOf(ids.slice(0, LINES_MAX), call);
  const { text, cut } = writeJielong(call.chain.settings, shown, ids.length);
  return done({ format: 'text' as const, entries: ids.length, text, ...(cut > 0 && { cut }) });
}

async function contentOf(
  format: FileFormat,
  entries: EntryView[],
  { chain, role }: ChainCall,
): Promise<Buffer> {
  const { settings, book } = chain;
  if (format === 'large-type')
    return Buffer.from(writeLargeType(settings, entries, isAtLeast(role, 'organizer')));
  const table = tableOf(settings, entries);
  if (format === 'csv') return Buffer.from(writeCsv(table));
  return writeXlsx(table, totalsTable(optionTotals(settings, optionCountsOf(book))));
}

async function fileOf(format: FileFormat, call: ChainCall) {
  const { chain, uid, now } = call;
  const entries = await viewsOf(liveIds(call), call);
  if (entries.length === 0) return refuse('NOT_FOUND', { message: '还没有人报名，没有可以导出的名单' });
  const content = await contentOf(format, entries, call);
  const detail = `${FORMAT_WORDS[format]}，${entries.length} 人`;
  // Written down before there is a file: nobody gets the list without a trace.
  await recordEvents(chain._id, [eventOf(chain, uid, { at: now, what: 'exported', detail })]);
  const file = await keepSheet({
    ...{ uid, chainId: chain._id, title: chain.settings.title, format, content, now },
  });
  return done({ format, entries: entries.length, ...(file && { file }) });
}

/** 2,000 entries: five requests, the chain included. */
export const exportSheet = defineChainAction<'chains.export'>({
  who: 'visitor',
  input: exactObject({ chainId, format: sheetFormat }),
  logs: ({ entries: count }) => ({ what: 'sheet-exported', kind: 'chain', count }),
  run: async ({ format }, call) => {
    if (format === 'text') return textOf(call);
    return isAtLeast(call.role, 'volunteer') ? fileOf(format, call) : refuse('FORBIDDEN');
  },
});
