import {
  editedLine,
  isFlagged,
  lineForm,
  linesToEnter,
  longLines,
  pasteRow,
  pasteSummary,
  withIds,
} from '../../../miniprogram/chain/view/paste-screen';
import type { ParsedChain, ParsedLine } from '../../../typings/contract/sheets';

const aLine = (changes: Partial<ParsedLine> = {}): ParsedLine => ({
  number: 1,
  raw: '1. 小林',
  name: '小林',
  rest: '',
  places: 1,
  certainty: 'sure',
  doubts: [],
  ...changes,
});
const doubtful = aLine({
  number: 7,
  name: '30 洗漱',
  certainty: 'unsure',
  doubts: ['starts-with-number', 'twice'],
});
const parsed: ParsedChain = {
  draft: { title: '周六徒步' },
  titleCertainty: 'sure',
  example: '例 小明 2人',
  tail: '地铁口\n集合',
  lines: [aLine(), doubtful, aLine({ number: 3, name: '', certainty: 'unsure', doubts: ['empty'] })],
};
const lines = withIds(parsed.lines);

it('counts people, doubts and what was left out', () => {
  const summary = pasteSummary(parsed, lines, false);
  expect(summary).toMatchObject({ found: '认出 2 人', state: '2 行请您看一眼', title: '标题：周六徒步' });
  expect(summary.notes).toEqual([
    '1 行没有名字，不会录入',
    '“例 小明 2人”当作示例，没有算人',
    '最后这段没有算进名单：地铁口 集合',
  ]);
  expect(summary.useText).toBe('就用这些 2 人');
  expect(summary.chips.map(({ text, on }) => [text, on])).toEqual([
    ['全部 3', true],
    ['要看一眼 2', false],
  ]);
});

it('says of a guessed title that it is one, and of a missing one that it comes next', () => {
  expect(pasteSummary({ ...parsed, titleCertainty: 'unsure' }, lines, false).title).toBe(
    '标题：周六徒步（标题是猜的，下一页可以改）',
  );
  expect(pasteSummary({ ...parsed, draft: { title: '' } }, lines, false).title).toBe(
    '没有认出标题，下一页填',
  );
});

it('says why a line should be looked at, in words', () => {
  const [, line] = lines;
  if (line === undefined) throw new Error('no line');
  expect(pasteRow(line, 1)).toMatchObject({
    letter: '7',
    name: '30 洗漱',
    line: '内容以数字开头，可能不是编号；这个名字出现了两次',
    soon: true,
  });
});

it('shows places and remarks of a sure line', () => {
  const [line] = withIds([aLine({ places: 2, rest: '带相机' })]);
  if (line === undefined) throw new Error('no line');
  expect(pasteRow(line, 0)).toMatchObject({ line: '2 个名额 · 带相机', soon: false });
});

it('takes a line that a person has put right for sure', () => {
  const [, line] = lines;
  if (line === undefined) throw new Error('no line');
  const edited = editedLine({ ...lineForm(line), name: ' 张三 ', places: '2', note: '洗漱' }, line);
  expect(edited).toEqual({
    line: { ...line, id: undefined, name: '张三', places: 2, rest: '洗漱', certainty: 'sure', doubts: [] },
  });
  if ('line' in edited) expect(isFlagged(edited.line)).toBe(false);
});

it.each([
  [{ name: ' ' }, '请填名字'],
  [{ places: '0' }, '请填 1 到 99 的整数'],
  [{ places: '百' }, '请填 1 到 99 的整数'],
])('does not take a line with %o', (changes, problem) => {
  expect(editedLine({ id: '', name: '小林', places: '1', note: '', ...changes }, undefined)).toEqual({
    problem,
  });
});

it('holds back names the server would refuse, even when they were sure', () => {
  const long = aLine({ name: '很'.repeat(21) });
  expect([isFlagged(long), longLines([long, aLine()])]).toEqual([true, 1]);
});

it('enters everybody who has a name, in their order, with places and remark', () => {
  expect(linesToEnter([...parsed.lines, aLine({ name: '阿杰', places: 3, rest: '素食' })])).toEqual([
    { name: '小林', places: 1 },
    { name: '30 洗漱', places: 1 },
    { name: '阿杰', places: 3, note: '素食' },
  ]);
});
