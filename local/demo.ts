import type { ImportView, LiyiliExport } from '../typings/contract/imports';
import type { ItemDraft, ItemKind } from '../typings/contract/items';
import { callFunction, type Invoke } from './call-function';
import { seedChains } from './demo-chains';
import { PEOPLE } from './people';

const DAY_MS = 86_400_000;

/** name, kind of target, label, posts a week, days since it was last opened (-1: no record), tags */
type Row = [string, ItemDraft['targetType'], string, number, number, string[]];

const FOLLOWS: Row[] = [
  ['人民日报', 'official-account', '媒体', 14, 1, ['新闻']],
  ['微信团队', 'official-account', '官方', 0.25, 476, []],
  ['城市早知道', 'official-account', '媒体', 7, 522, ['本地', '新闻']],
  ['家长学校', 'official-account', '学校', 2, 3, ['孩子']],
  ['养生一点通', 'official-account', '', 5, -1, ['健康']],
  ['科技周刊', 'official-account', '媒体', 3, 480, ['科技']],
  ['周末去哪儿', 'official-account', '', 4, 560, ['本地', '旅行']],
  ['小区业主之家', 'official-account', '社区', 1, 2, ['本地']],
  ['图书馆讲座', 'official-account', '公益', 1, 12, ['学习']],
  ['每日一道菜', 'channel', '', 7, 130, ['做饭']],
  ['李医生讲骨科', 'channel', '医生', 3, 20, ['健康']],
  ['山里的木匠', 'channel', '', 1, 45, ['手艺']],
  ['省钱购物群主', 'official-account', '', 21, 200, ['购物']],
  ['天天特价', 'official-account', '', 28, 310, ['购物']],
  ['电影票务', 'mini-program', '', 0, 95, ['电影']],
  ['公交出行', 'mini-program', '官方', 0, 1, ['出行']],
  ['老同学摄影', 'channel', '', 0.5, 65, ['摄影']],
  ['考研英语打卡', 'official-account', '', 7, 900, ['学习']],
  ['旧物新用', 'official-account', '', 2, -1, ['手艺']],
  ['羽毛球俱乐部', 'official-account', '社区', 1, 8, ['运动']],
];

const LIKES: Row[] = [
  ['十分钟学会做红烧肉', 'video', '', 0, 40, ['做饭']],
  ['秋天去看银杏', 'article', '', 0, 25, ['旅行']],
  ['膝盖疼先别跑', 'video', '', 0, 12, ['健康']],
];

const FAVORITES: Row[] = [
  ['社区医院就诊流程', 'article', '', 0, 6, ['健康']],
  ['春节返乡购票指南', 'article', '', 0, 290, ['出行']],
  ['给爸妈的手机设置', 'article', '', 0, -1, ['学习']],
];

function drafts(kind: ItemKind, rows: Row[], now: number): ItemDraft[] {
  return rows.map(([name, targetType = 'other', label, postsPerWeek, daysAgo, tags], i) => ({
    kind,
    name,
    targetType,
    ...(label ? { label } : {}),
    tags,
    starred: i === 0,
    protected: name === '家长学校',
    addedAt: now - (900 - i * 20) * DAY_MS,
    ...(daysAgo >= 0 ? { lastReadAt: now - daysAgo * DAY_MS } : {}),
    ...(postsPerWeek > 0 ? { postsPerWeek } : {}),
  }));
}

/** The demo account as the app's own export format. */
function demoExport(now: number): LiyiliExport {
  const items = [
    ...drafts('follow', FOLLOWS, now),
    ...drafts('like', LIKES, now),
    ...drafts('favorite', FAVORITES, now),
  ];
  return { app: 'liyili', version: 1, exportedAt: now, items, trash: [] };
}

/**
 * Fills the accounts of the demo people who own nothing yet, through the app's own import: what a newcomer sees first
 * is data that went the way theirs will go. The organizer follows nobody yet, as a new user does, and runs a sign-up chain.
 */
export async function seedDemo(invoke: Invoke, now: number): Promise<void> {
  const seeded = PEOPLE.filter(({ id }) => id === 'lin' || id === 'wang');
  for (const { openid } of seeded) {
    const home = await callFunction<{ counts: Record<string, number> }>(invoke, openid, 'home.show', {});
    if (Object.values(home.counts).some(count => count > 0)) continue;
    const text = JSON.stringify(demoExport(now));
    const staged = await callFunction<{ import: ImportView }>(invoke, openid, 'imports.stage', {
      kind: 'follow',
      source: { text },
    });
    await callFunction(invoke, openid, 'imports.commit', { importId: staged.import.importId });
  }
  await seedChains(invoke, now);
}
