import {
  exportKindChips,
  exportProblem,
  exportResult,
  formatRows,
  MAX_COPY_BYTES,
  sizeText,
  toggleKind,
} from '../../../miniprogram/view/export-screen';
import type { ExportFile, ExportView } from '../../../typings/contract/exports';
import { DAY, noon } from './samples';

const aFile = (changes: Partial<ExportFile> = {}): ExportFile => ({
  fileId: 'cloud://f',
  name: '名单.csv',
  bytes: 3_000,
  items: 1_412,
  url: 'https://files.example/f',
  ...changes,
});
const anExport = (files: ExportFile[], total = 1_412, left = 0): ExportView => ({
  exportId: 'e',
  format: 'csv',
  files,
  total,
  left,
  expiresAt: noon + DAY,
});

describe('an export', () => {
  it('says how many it has, how large its files are and how long they stay', () => {
    const result = exportResult(anExport([aFile()]), noon);
    expect(result).toMatchObject({
      title: '导出好了，一共 1,412 个',
      notes: [],
      expires: '文件在云端留到 明天 12:00，之后自动删除',
    });
    expect(result.files[0]).toMatchObject({ name: '名单.csv', hint: '1,412 个 · 3 KB' });
  });

  it('says so when it had to be cut, and when there was nothing', () => {
    const cut = exportResult(anExport([aFile(), aFile({ fileId: 'cloud://g' })]), noon);
    expect(cut.notes).toEqual(['内容多，分成了 2 个文件，每个都能单独导入']);
    expect(exportResult(anExport([], 0), noon).title).toBe('名单是空的，没有可导出的');
  });

  it('says what the format could not take along', () => {
    const { notes } = exportResult(anExport([aFile()], 1_400, 12), noon);
    expect(notes).toEqual(['有 12 个没有链接，这种文件放不下；要全部留着请选“完整备份”']);
  });

  it('offers to copy only what a clipboard takes', () => {
    const can = (bytes: number) => exportResult(anExport([aFile({ bytes })]), noon).files[0]?.canCopy;
    expect([can(MAX_COPY_BYTES), can(MAX_COPY_BYTES + 1)]).toEqual([true, false]);
  });

  it('gives sizes in units a person knows', () => {
    expect([1, 3_000, 1_048_575, 4_900_000].map(sizeText)).toEqual(['1 KB', '3 KB', '1024 KB', '4.7 MB']);
  });

  it('takes all kinds unless some are chosen, and all three are the same as all', () => {
    expect(toggleKind([], 'like')).toEqual(['like']);
    expect(toggleKind(['like'], 'like')).toEqual([]);
    expect(toggleKind(['like', 'follow'], 'favorite')).toEqual([]);
    expect(toggleKind(['like'], 'all')).toEqual([]);
    expect(exportKindChips([]).map(({ text, on }) => [text, on])).toEqual([
      ['全部', true],
      ['关注', false],
      ['点赞', false],
      ['收藏', false],
    ]);
  });

  it('that is refused says why in the words of the server, where it has better ones', () => {
    const empty = { code: 'NOT_FOUND' as const, message: '没有可导出的' };
    expect(exportProblem(empty, noon)).toBe('没有可导出的');
    expect(exportProblem({ code: 'UNAVAILABLE', message: '' }, noon)).toContain('暂时连不上');
  });

  it('is in one of four formats, each with a sentence', () => {
    const rows = formatRows('csv');
    expect(rows.map(({ id, on }) => [id, on])).toEqual([
      ['liyili-json', false],
      ['csv', true],
      ['netscape-html', false],
      ['opml', false],
    ]);
    expect(rows.every(({ hint }) => hint.length > 4)).toBe(true);
  });
});
