import type { ExportedItem } from '../../../../typings/contract/imports';
import { KIND_WORDS, MARK_WORDS, TAG_SEPARATORS, TYPE_WORDS } from '../../imports/formats/values';
import { csvFile, csvLine } from './cells';
import type { Writer } from './writer';

const OFFSET_MS = 8 * 3_600_000;

/** China's time as spreadsheets read it; milliseconds only where there are some. */
function timeOf(instant: number | undefined): string {
  if (instant === undefined) return '';
  const text = new Date(instant + OFFSET_MS).toISOString().replace('T', ' ').slice(0, -1);
  return text.replace(/\.000$/, '');
}

/** Separated by semicolons; as a JSON list when a tag contains a separator or looks like such a list. */
const tagsOf = (tags: string[]): string =>
  tags.some(tag => TAG_SEPARATORS.test(tag) || tag.startsWith('[')) ? JSON.stringify(tags) : tags.join(';');

const flag = (value: boolean | undefined): string => (value ? '是' : '');

/** Titles are those the import knows; see imports/formats/csv.ts. */
const COLUMNS: [title: string, cell: (item: ExportedItem) => string | undefined][] = [
  ['列表', ({ kind }) => KIND_WORDS[kind]],
  ['名称', ({ name }) => name],
  ['链接', ({ url }) => url],
  ['账号', ({ handle }) => handle],
  ['类型', ({ targetType }) => targetType && TYPE_WORDS[targetType]],
  ['身份标识', ({ label }) => label],
  ['文件夹', ({ folder }) => folder],
  ['标签', ({ tags = [] }) => tagsOf(tags)],
  ['备注', ({ note }) => note],
  ['星标', ({ starred }) => flag(starred)],
  ['保护', item => flag(item.protected)],
  ['标记', ({ marks = [] }) => marks.map(mark => MARK_WORDS[mark]).join(';')],
  ['失效', ({ dead }) => flag(dead)],
  ['添加时间', ({ addedAt }) => timeOf(addedAt)],
  ['上次打开', ({ lastReadAt }) => timeOf(lastReadAt)],
  ['每周推送', ({ postsPerWeek }) => postsPerWeek?.toString()],
  ['原标题', ({ snapshot }) => snapshot?.title],
  ['原作者', ({ snapshot }) => snapshot?.author],
  ['封面', ({ snapshot }) => snapshot?.cover],
  ['记录时间', ({ snapshot }) => timeOf(snapshot?.takenAt)],
];

/** A table for spreadsheets: an item a line. */
export const csvWriter: Writer = {
  withTrash: false,
  write: item => csvLine(COLUMNS.map(([, cell]) => cell(item) ?? '')),
  render: entries => csvFile([csvLine(COLUMNS.map(([title]) => title)), ...entries.map(entry => entry.text)]),
};
