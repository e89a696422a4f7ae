import {
  conditionNames,
  filterChips,
  filterFrom,
  filterGroups,
  questionFrom,
  toggleChip,
  withQuery,
} from '../../../miniprogram/view/item-query';
import { filterView } from '../../../miniprogram/view/items-screen';
import type { ItemFacets } from '../../../typings/contract/items';

const facets: ItemFacets = {
  total: 412,
  matching: 412,
  silent: 38,
  unknown: 5,
  frequent: 12,
  unopened: 0,
  starred: 3,
  protected: 1,
  dead: 0,
  duplicate: 0,
  marks: { 'advert-heavy': 0, outdated: 0 },
  types: {},
  tags: [{ tag: '新闻', count: 1_204 }],
  folders: [],
  labels: [],
};

describe('filter chips', () => {
  it('carry their counts; one that would find nothing is left out unless it is on', () => {
    expect(filterChips({}, facets, 90).map(({ text }) => text)).toEqual([
      '90 天没打开 38',
      '推送多 12',
      '星标 3',
      '保护 1',
      '没有记录 5',
      '新闻 1,204',
    ]);
    const found = { ...facets, silent: 0, dead: 2 };
    const texts = filterChips({ unopened: true }, found, 90).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['失效 2', '没打开过 0']));
    expect(texts).not.toContain('90 天没打开 0');
  });

  it('stand without counts until the reply is there', () => {
    expect(filterChips({}, undefined, 30)[0]).toEqual({ id: 'silent', text: '30 天没打开', on: false });
  });

  it('always offer to take back the tag that is asked for', () => {
    const tags = Array.from({ length: 12 }, (_, index) => ({ tag: `标签${index}`, count: 20 - index }));
    const on = (tag: string) => filterChips({ tag }, { ...facets, tags }, 90).filter(chip => chip.on);
    expect(on('标签11')).toEqual([{ id: 'tag:标签11', text: '标签11 9', on: true }]);
    expect(on('别的')).toEqual([{ id: 'tag:别的', text: '别的', on: true }]);
    expect(filterChips({ tag: '新闻' }, undefined, 90).at(-1)).toEqual({
      id: 'tag:新闻',
      text: '新闻',
      on: true,
    });
  });

  it('can be said in words, as the large modes do', () => {
    const filter = { silence: 'silent' as const, starred: true, tag: '新闻' };
    expect(conditionNames(filter, 90)).toEqual(['90 天没打开', '星标', '新闻']);
    expect(filterView(filter, { facets, matching: 1_204 }, 'follow', 90).askedText).toBe(
      '90 天没打开 · 星标 · 新闻 · 1,204 个号',
    );
    expect(filterView({ query: '报' }, { facets, matching: undefined }, 'follow', 90)).toMatchObject({
      ...{ askedText: '', filtered: true },
    });
  });

  it('are on where the filter says so', () => {
    const on = filterChips({ silence: 'silent', tag: '新闻' }, facets, 90).filter(chip => chip.on);
    expect(on.map(({ id }) => id)).toEqual(['silent', 'tag:新闻']);
  });
});

describe('the filter sheet', () => {
  const many: ItemFacets = {
    ...facets,
    ...{ dead: 2, duplicate: 4, marks: { 'advert-heavy': 3, outdated: 0 }, types: { article: 7, video: 1 } },
    folders: [{ folder: '旅行', count: 5 }],
    labels: [{ label: '官方', count: 2 }],
  };
  const texts = (kind: 'favorite' | 'follow') =>
    filterGroups({}, many, 90, kind).map(({ name, chips }) => [
      name,
      chips.map(({ text }) => text).join(' '),
    ]);

  it('has every sort of condition under its name, with counts', () => {
    expect(texts('favorite')).toEqual([
      ['条件', '90 天没打开 38 推送多 12 重复 4 星标 3 保护 1 失效 2 没有记录 5'],
      ['文件夹', '旅行 5'],
      ['标签', '新闻 1,204'],
      ['身份', '官方 2'],
      ['类型', '文章 7 视频 1'],
      ['我的看法', '广告多 3'],
    ]);
    expect(texts('follow')[1]).toEqual(['分类', '旅行 5']);
  });

  it('leaves out a sort of which there is nothing', () => {
    expect(filterGroups({}, facets, 90, 'follow').map(({ name }) => name)).toEqual(['条件', '标签']);
  });

  it('puts on the line above the list what is on, whatever its sort', () => {
    const on = filterChips({ label: '官方', targetType: 'video', marked: 'outdated' }, many, 90);
    expect(on.filter(chip => chip.on).map(({ text }) => text)).toEqual(['官方 2', '视频 1', '信息过时']);
  });

  it('can be said in words, each value by its name', () => {
    const filter = {
      folder: '旅行',
      targetType: 'article',
      marked: 'advert-heavy',
      duplicate: true,
    } as const;
    expect(conditionNames(filter, 90)).toEqual(['重复', '旅行', '文章', '广告多']);
  });
});

describe('a tap on a chip', () => {
  it('takes one value of each sort', () => {
    expect(toggleChip({ folder: '旅行' }, 'folder:a:b', 90)).toEqual({ folder: 'a:b' });
    expect(toggleChip({ folder: '旅行' }, 'folder:旅行', 90)).toEqual({});
    expect(toggleChip({}, 'targetType:video', 90)).toEqual({ targetType: 'video' });
    expect(toggleChip({}, 'duplicate', 90)).toEqual({ duplicate: true });
  });

  it('turns a condition on and off again', () => {
    expect(toggleChip({}, 'starred', 90)).toEqual({ starred: true });
    expect(toggleChip({ starred: true }, 'starred', 90)).toEqual({});
    expect(toggleChip({ tag: '新闻' }, 'tag:新闻', 90)).toEqual({});
  });

  it('sends the threshold with silence and takes both away together', () => {
    const on = toggleChip({}, 'silent', 180);
    expect(on).toEqual({ silence: 'silent', silentDays: 180 });
    expect(toggleChip(on, 'silent', 180)).toEqual({});
  });

  it('replaces one kind of silence by the other', () => {
    expect(toggleChip({ silence: 'silent', silentDays: 90 }, 'unknown', 90)).toMatchObject({
      silence: 'unknown',
    });
  });
});

describe('query', () => {
  it('is trimmed, cut at 60 characters, and absent when blank', () => {
    expect(withQuery({}, ' 新闻 ')).toEqual({ query: '新闻' });
    expect(withQuery({}, '长'.repeat(80)).query).toHaveLength(60);
    expect(withQuery({ query: '新' }, '  ')).toEqual({});
  });

  it('comes from an address as words or inside a filter, and the kind is follows unless named', () => {
    expect(questionFrom({ query: '新闻' })).toEqual({ kind: 'follow', filter: { query: '新闻' } });
    expect(questionFrom({ kind: 'like', filter: '{"query":"新","starred":true}' })).toEqual({
      kind: 'like',
      filter: { query: '新', starred: true },
    });
    expect(questionFrom({ kind: 'x', filter: '{broken' })).toEqual({ kind: 'follow', filter: {} });
  });

  it('handed over unreadably counts as none', () => {
    expect(filterFrom('{"starred":true}')).toEqual({ starred: true });
    expect(filterFrom('{broken')).toEqual({});
    expect(filterFrom('null')).toEqual({});
    expect(filterFrom(undefined)).toEqual({});
  });
});
