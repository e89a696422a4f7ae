import type { RunningApp } from '../../test/support/running-app';
import type { ChainDraft, ChainField } from '../../typings/contract/fields';
import type { ItemDraft } from '../../typings/contract/items';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** China's clocks are this far ahead of UTC. */
const OFFSET_MS = 8 * HOUR_MS;

/** What pages are opened with: ids of what the demo people have. */
export interface World {
  /** Owner 陈老师, 小林 has joined: places left, an announcement, a roster, staff. */
  hike: string;
  /** 小林's entry in it. */
  hikeEntry: string;
  /** Owner 小林: options with prices and capacities, some paid. */
  apples: string;
  /** Full, 小林 waits. */
  full: string;
  fullEntry: string;
  /** 陈老师 approves who comes. */
  approval: string;
  closed: string;
  cancelled: string;
  scheduled: string;
  trashedChain: string;
  /** Every day of the week, 小林 took part today. */
  checkIn: string;
  /** Every kind of question, texts as long as they may be. */
  long: string;
  batch: string;
  /** Of 王奶奶. */
  waiting: string;
  /** A like of two people. */
  content: string;
}

type Draft = Partial<ChainDraft> & Pick<ChainDraft, 'title' | 'organizerName'>;
type Account = ReturnType<RunningApp['account']>;

let requests = 0;
const requestId = (): string => `screens-request-${++requests}`;

const make = async (account: Account, draft: Draft): Promise<string> =>
  (await account.data('chains.create', { requestId: requestId(), draft })).chain.chainId;

const enter = (account: Account, chainId: string, names: string) =>
  account.data('chains.enterLines', {
    ...{ chainId, requestId: requestId() },
    lines: names.split(' ').map(name => ({ name, places: 1 })),
  });

const join = async (account: Account, chainId: string, name: string): Promise<string> => {
  const input = { chainId, requestId: requestId(), name, answers: {}, places: 1 };
  return (await account.data('chains.join', input)).entry.entryId;
};

const dayOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10);

/** As many letters as a name may have. */
const long = (text: string, length: number): string => text.repeat(length).slice(0, length);

const QUESTIONS: ChainField[] = [
  { id: 'text', type: 'text', label: '孩子在哪个班', required: true, personal: false, hint: '如 三年级二班' },
  { id: 'words', type: 'paragraph', label: '有什么想说的', required: false, personal: false, max: 200 },
  { id: 'count', type: 'number', label: '带几把椅子', required: false, personal: false, min: 0, max: 9 },
  { id: 'phone', type: 'phone', label: '手机号', required: true, personal: true },
  { id: 'day', type: 'date', label: '哪天方便', required: false, personal: false },
  {
    ...{ id: 'meal', type: 'single', label: '午饭吃什么', required: true, personal: false },
    options: [
      { id: 'a', label: '自己带' },
      { id: 'b', label: '盒饭，有一荤两素，米饭管够，可以不放辣', priceFen: 2500, capacity: 20 },
    ],
  },
  {
    ...{ id: 'goods', type: 'multiple', label: '想借的东西', required: false, personal: false, max: 2 },
    options: ['登山杖', '雨衣', '头灯'].map((label, at) => ({ id: `g${at}`, label })),
  },
];

async function chains(app: RunningApp, now: number) {
  const [chen, lin, wang] = [app.account('chen'), app.account('lin'), app.account('wang')];
  const by = { organizerName: '陈老师', place: '社区活动室' };
  const full = await make(chen, { ...by, title: '周日包饺子', capacity: 3, eventAt: now + 3 * DAY_MS });
  await enter(chen, full, '李梅 王建国 赵阿姨');
  const fullEntry = await join(lin, full, '小林');
  const approval = await make(chen, { ...by, title: '合唱团选拔', approval: true });
  await join(lin, approval, '小林');
  await join(wang, approval, '王奶奶');
  const closed = await make(chen, { ...by, title: '春游统计', template: 'survey' });
  await join(lin, closed, '小林');
  await chen.data('chains.steer', { chainId: closed, to: 'closed' });
  const cancelled = await make(chen, { ...by, title: '露天电影' });
  await join(lin, cancelled, '小林');
  await chen.data('chains.steer', { chainId: cancelled, to: 'cancelled', reason: '下雨了，改天再约。' });
  const scheduled = await make(chen, { ...by, title: '暑期游泳班', opensAt: now + DAY_MS, capacity: 20 });
  const trashedChain = await make(chen, { ...by, title: '旧书交换' });
  await chen.data('chains.trash', { chainId: trashedChain });
  return { full, fullEntry, approval, closed, cancelled, scheduled, trashedChain };
}

async function longChain(app: RunningApp, now: number): Promise<string> {
  const chainId = await make(app.account('chen'), {
    ...{ title: long('全小区春季大扫除和旧物交换', 60), organizerName: long('陈老师', 20), perPerson: 4 },
    ...{ place: long('社区服务中心二楼东侧会议室', 60), description: long('请带好水杯和帽子。', 2000) },
    ...{ eventAt: now + 9 * DAY_MS, closesAt: now + 8 * DAY_MS, capacity: 2000, minimum: 100 },
    ...{ priceFen: 1250, fields: QUESTIONS },
  });
  await enter(app.account('chen'), chainId, `${long('欧阳', 20)} 李梅 王建国`);
  return chainId;
}

async function hike(app: RunningApp) {
  const [chen, lin] = [app.account('chen'), app.account('lin')];
  const { items } = await chen.data('chains.list', { scope: 'organized', search: '西山' });
  const chainId = items[0]?.chainId ?? '';
  const { chain } = await lin.data('chains.show', { chainId });
  const entryId = chain.mine[0]?.entryId ?? '';
  await chen.data('chains.announce', { chainId, text: '天气预报说有小雨，请带雨衣。集合地点不变。' });
  const roster = '李梅、王建国、赵阿姨、刘洋、周敏、钱程、孙倩、马超、吴老师、何叔';
  await chen.data('chains.setRoster', { chainId, text: roster });
  await chen.data('chains.appoint', { chainId, entryId, role: 'volunteer' });
  return { hike: chainId, hikeEntry: entryId };
}

async function apples(app: RunningApp): Promise<string> {
  const [lin, chen] = [app.account('lin'), app.account('chen')];
  const { items } = await lin.data('chains.list', { scope: 'organized', search: '苹果' });
  const chainId = items[0]?.chainId ?? '';
  const answers = { goods: { big: 2, small: 1 } };
  const input = { chainId, requestId: requestId(), name: '陈老师', answers };
  const { entry } = await chen.data('chains.join', input);
  await lin.data('chains.markPaid', { chainId, entryIds: [entry.entryId], payment: 'paid' });
  return chainId;
}

async function checkIn(app: RunningApp, now: number): Promise<string> {
  const recurrence = {
    ...{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: dayOf(now - 9 * DAY_MS), until: dayOf(now + 40 * DAY_MS) },
    ...{ skip: [dayOf(now + 2 * DAY_MS)], makeUps: 3 },
  };
  const draft: Draft = { template: 'check-in', title: '每天走一万步', organizerName: '陈老师', recurrence };
  const chainId = await make(app.account('chen'), draft);
  const { chain } = await app.account('lin').data('chains.show', { chainId });
  await join(app.account('lin'), chain.chainId, '小林');
  return chainId;
}

/** More than may be unfollowed in a day. */
const MANY = 230;

const LONG_NAME = '中国东部沿海城市老年大学校友会书画摄影与传统手工艺联合工作室官方公众号';

const EXTRA: (Partial<ItemDraft> & { name: string })[] = [
  {
    ...{ name: LONG_NAME, label: '市教育局直属老年大学', postsPerWeek: 6, starred: true, protected: true },
    ...{
      tags: ['学习', '摄影', '本地生活服务信息'],
      note: '每周三更新，名额少，看到要赶快报名',
      folder: '常看',
    },
  },
  { name: '每日一道菜（新）', targetType: 'official-account', dead: true, marks: ['advert-heavy'] },
];

/** Likes, favorites and batches of 小林, so that every list has something in it. */
async function items(app: RunningApp, now: number) {
  const lin = app.account('lin');
  for (const draft of EXTRA) await lin.add(draft);
  const content = 'https://mp.weixin.qq.com/s/screens-of-ginkgo';
  for (const person of [lin, app.account('wang')])
    await person.add({ kind: 'like', name: '秋天去看银杏的十个地方', url: content, targetType: 'article' });
  await lin.add({
    ...{ kind: 'favorite', name: '冬天怎么养绿萝', url: 'https://mp.weixin.qq.com/s/pothos', folder: '养花' },
    snapshot: { title: '冬天怎么养绿萝：浇水、光照和温度', author: '阳台花园', takenAt: now - 30 * DAY_MS },
  });
  const follows = await lin.list();
  const idsOf = (...names: string[]) =>
    follows.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  const batch = await lin.remove(idsOf('天天特价', '省钱购物群主', '考研英语打卡'));
  await lin.data('batches.advance', { batchId: batch.batchId });
  return { content, batch: batch.batchId };
}

/** A batch of more than a day's limit: the rest waits for tomorrow. */
async function waitingBatch(app: RunningApp): Promise<string> {
  const wang = app.account('wang');
  const { batchId } = await wang.remove((await wang.seed(MANY, 'follow', '旧号')).slice(0, MANY));
  await wang.data('batches.advance', { batchId });
  return batchId;
}

/** Likes that 王奶奶 cancels beyond the reminder line, for the administrator to look at. */
async function reviewCase(app: RunningApp): Promise<void> {
  const wang = app.account('wang');
  await wang.seed(8, 'like', '老视频');
  const { batchId } = await wang.data('batches.preview', {
    ...{ kind: 'like', selection: { ids: (await wang.ids('like')).slice(0, 6) } },
  });
  await wang.data('batches.commit', { batchId });
  await wang.data('batches.advance', { batchId });
}

/** Gives the people of a fresh `npm start` everything that the screens show. `now`: the server's clock. */
export async function makeWorld(app: RunningApp, now: number): Promise<World> {
  await app.account('lin').data('chains.saveContacts', {
    me: { name: '小林', phone: '13800001111' },
    others: [
      { name: '王奶奶', relation: '家人', phone: '13900002222' },
      { name: '老周', relation: '邻居' },
    ],
  });
  const world = {
    ...(await hike(app)),
    ...(await chains(app, now)),
    ...(await items(app, now)),
    apples: await apples(app),
    checkIn: await checkIn(app, now),
    long: await longChain(app, now),
    waiting: await waitingBatch(app),
  };
  await reviewCase(app);
  await app.account('admin').data('me.requestDeletion', { confirmed: true });
  return world;
}
