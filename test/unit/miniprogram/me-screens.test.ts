import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { topics } from '../../../miniprogram/me/copy/help';
import { operations } from '../../../miniprogram/me/copy/log';
import { appearanceChips } from '../../../miniprogram/me/view/appearance-screen';
import { backupView } from '../../../miniprogram/me/view/data-screen';
import { deletionScreen, isConfirmed } from '../../../miniprogram/me/view/deletion-screen';
import { topicRows, topicView } from '../../../miniprogram/me/view/help-screen';
import { logDays, preciseTimeText } from '../../../miniprogram/me/view/log-screen';
import { accountFailure } from '../../../miniprogram/view/account';
import { entryGroupRows, profileHead, putBack, silentPick } from '../../../miniprogram/view/me-screen';
import type { DeletionPreview, LogLine, OwnChainFate } from '../../../typings/contract/accounts';
import type { Settings } from '../../../typings/contract/people';
import { chinaAt } from '../../support/china-at';
import { noon } from './samples';

const settings: Settings = { fontMode: 'large', theme: 'dark', silentDays: 30 };

describe('我的', () => {
  const idsOf = (administrator: boolean) =>
    entryGroupRows(settings, administrator, undefined).flatMap(({ rows }) => rows.map(({ id }) => id));

  it('shows the way to the review queue to administrators only', () => {
    expect(idsOf(true)).toContain('review');
    expect(idsOf(false)).not.toContain('review');
  });

  it('says of each row how things stand now', () => {
    const rows = entryGroupRows(settings, false, '今天还可取消关注 42 个（共 200 个）').flatMap(g => g.rows);
    const hints = Object.fromEntries(rows.map(({ id, hint }) => [id, hint]));
    expect(hints).toMatchObject({
      limits: '今天还可取消关注 42 个（共 200 个）',
      silent: '现在是 30 天，清理建议按它来找',
      appearance: '字：大，颜色：深色',
    });
    expect(rows.every(({ hint }) => hint !== '')).toBe(true);
  });

  it('shows a letter until there is a picture, and neither without a name', () => {
    expect(profileHead({}).face).toBeNull();
    expect(profileHead({ nickname: '小林' })).toMatchObject({
      name: '小林',
      avatarUrl: '',
      face: { letter: '小' },
    });
  });

  it('marks one choice of each setting', () => {
    const lines = [...Object.values(appearanceChips(settings)), silentPick(30).chips];
    expect(lines.map(line => line.filter(({ on }) => on).map(({ text }) => text))).toEqual([
      ['大'],
      ['深色'],
      ['30 天'],
    ]);
  });

  it('puts back only what was refused, and not what was chosen meanwhile', () => {
    const refused = { fontMode: 'extra-large', theme: 'light' } as const;
    const now: Settings = { ...settings, fontMode: 'extra-large', theme: 'system' };
    expect(putBack(now, refused, settings)).toEqual({ ...settings, theme: 'system' });
  });

  it('says that an account is being erased rather than that something failed', () => {
    const { failure } = accountFailure({ code: 'GONE', message: '' }, noon, true);
    expect(failure).toContain('正在清除');
  });
});

describe('operation log', () => {
  const line = (at: number, more: Partial<LogLine> = {}): LogLine => ({
    id: `${at}`,
    at,
    what: 'added',
    ...more,
  });

  it("gives times to the millisecond, on China's clocks", () => {
    expect(preciseTimeText(chinaAt(2026, 0, 15, 14) + 32 * 60_000 + 5_007)).toBe('14:32:05.007');
  });

  it("groups lines by China's days, the newest first", () => {
    const midnight = chinaAt(2026, 0, 15, 0);
    const days = logDays(
      [line(noon), line(midnight), line(midnight - 1), line(midnight - 2 * 86_400_000)],
      noon,
    );
    expect(days.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['今天', 2],
      ['昨天', 1],
      ['2026-01-13', 1],
    ]);
  });

  it('says how many of what, where more than one can be meant', () => {
    const textOf = (more: Partial<LogLine>) => logDays([line(noon, more)], noon)[0]?.rows[0]?.text;
    expect(textOf({ what: 'removed', kind: 'follow', count: 37 })).toBe('清理 37 个关注');
    expect(textOf({ what: 'purged', kind: 'like', count: 2 })).toBe('到 72 小时，彻底清除 2 条点赞');
    expect(textOf({ what: 'restored', count: 3 })).toBe('找回 3 个');
    expect(textOf({ what: 'chain-trashed', kind: 'chain', count: 1 })).toBe('解散接龙');
    expect(textOf({ what: 'added', kind: 'favorite' })).toBe('添加收藏');
    expect(textOf({ what: 'joined', kind: 'chain' })).toBe('报名');
    expect(textOf({ what: 'settings-changed' })).toBe('改设置');
  });

  it('has words of its own for every operation', () => {
    const words = Object.values(operations);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('deletion', () => {
  const chain = (more: Partial<OwnChainFate> = {}): OwnChainFate => ({
    ...{ chainId: 'c', title: '周六徒步', entries: 24, fate: 'erased' },
    ...more,
  });
  const preview = (more: Partial<DeletionPreview> = {}): DeletionPreview => ({
    items: { follow: 412, like: 1038, favorite: 0, trash: 38 },
    ...{ ownChains: [], entriesElsewhere: 0 },
    ...more,
  });

  it('says in numbers what goes', () => {
    const { goes } = deletionScreen(preview());
    expect(goes.slice(0, 2)).toEqual(['名单：412 个号、1,038 条点赞', '最近删除里的 38 个']);
    const none = { follow: 0, like: 0, favorite: 0, trash: 0 };
    expect(deletionScreen(preview({ items: none })).goes[0]).toBe('名单是空的');
  });

  it('says of each chain who takes it over, or that it goes and somebody could still be named', () => {
    const { chains } = deletionScreen(
      preview({
        ownChains: [chain({ fate: 'handed', successorName: '王阿姨' }), chain(), chain({ entries: 0 })],
      }),
    );
    expect(chains.map(({ text, canAppoint }) => [text, canAppoint])).toEqual([
      ['交给王阿姨，24 个报名都在', false],
      ['没有接手的人，连同 24 个报名一起删掉', true],
      ['还没有人报名，会删掉', false],
    ]);
  });

  it('names thirty chains and counts the others', () => {
    const view = deletionScreen(preview({ ownChains: Array.from({ length: 100 }, () => chain()) }));
    expect(view.chains).toHaveLength(30);
    expect(view.moreChains).toContain('70 个');
  });

  it('takes the word for a yes, with or without marks around it, and nothing else', () => {
    expect(['注销', ' 注销 ', '“注销”'].map(isConfirmed)).toEqual([true, true, true]);
    expect(['', '注', '不注销', '注销吧'].map(isConfirmed)).toEqual([false, false, false, false]);
  });
});

describe('backup', () => {
  it('says that several files belong together', () => {
    const file = (fileId: string) => ({ fileId, name: `${fileId}.json`, bytes: 2048 });
    expect(backupView([file('a')], noon, noon)).toMatchObject({
      note: '',
      files: [{ id: 'a', hint: '2 KB' }],
    });
    expect(backupView([file('a'), file('b')], noon, noon).note).toContain('2 个文件');
  });
});

describe('help', () => {
  const steps = topicRows.flatMap(({ id }) => topicView(id)?.steps ?? []);

  it('has a picture for every topic, which is there and is told in words', () => {
    const root = path.resolve(__dirname, '../../../miniprogram');
    for (const { id } of topicRows) expect(topicView(id)?.steps.some(({ src }) => src !== '')).toBe(true);
    const shown = steps.filter(({ src }) => src !== '');
    expect(shown.filter(({ src }) => !existsSync(path.join(root, src)))).toEqual([]);
    expect(shown.every(({ label }) => label.length > 2)).toBe(true);
  });

  it('leads to pages that there are', () => {
    const app = require('../../../miniprogram/app.json');
    const pages: string[] = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages }: { root: string; pages: string[] }) =>
        pages.map(page => `${root}/${page}`),
      ),
    ];
    const addresses = Object.values(topics).map(({ page }) =>
      page.startsWith('/') ? page.slice(1) : `pages/${page}`,
    );
    expect(addresses.filter(address => !pages.includes(address))).toEqual([]);
  });

  it('names only buttons that there are', () => {
    const root = path.resolve(__dirname, '../../../miniprogram');
    const copies = (readdirSync(root, { recursive: true }) as string[])
      .filter(file => /(^|\/)copy\/(?!help)[a-z-]+\.ts$/.test(file) || file === 'app.json')
      .map(file => readFileSync(path.join(root, file), 'utf8'))
      .join();
    const named = steps.flatMap(({ text }) => [...text.matchAll(/“([^”]+)”/g)].map(([, name]) => name));
    // WeChat's own names, and a condition that is put together from its number of days.
    const elsewhere = ['取消关注', '文件传输助手', '90 天没打开'];
    const missing = named.filter(name => !elsewhere.includes(`${name}`) && !copies.includes(`'${name}'`));
    expect(named.length).toBeGreaterThan(20);
    expect(missing.filter(name => !copies.includes(`"${name}"`))).toEqual([]);
  });

  it('knows no topic of another name', () => {
    expect(topicView('toString')).toBeUndefined();
  });
});
