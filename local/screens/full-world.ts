import type { RunningApp } from '../../test/support/running-app';
import type { ChainField } from '../../typings/contract/fields';
import type { World } from './world';

/** The limits of size of product.md, but for lists that draw only what is on the screen: for those 300 is as much as 50,000. */
const [FIELDS, OPTIONS, ENTRIES, CONTACTS, STAFF, PEOPLE, FOLLOWS] = [20, 50, 20, 30, 12, 300, 300];

const numbered = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`);

const fields: ChainField[] = numbered(FIELDS, 'f').map((id, at) => ({
  ...{ id, label: `第 ${at + 1} 个问题`, required: false, personal: false, type: 'multiple' },
  options: numbered(OPTIONS, 'o').map((option, index) => ({
    ...{ id: option, label: `选项 ${index + 1}`, capacity: 100, priceFen: 100 },
  })),
}));

/** 小林's own entry in it is the first of twenty. */
async function fullChain(app: RunningApp): Promise<{ chainId: string; entryId: string }> {
  const [chen, lin] = [app.account('chen'), app.account('lin')];
  const draft = {
    ...{ title: '什么都有的接龙', organizerName: '陈老师', description: '说明。'.repeat(600), fields },
    ...{ capacity: 2000, perPerson: 4, priceFen: 100, place: '活动室' },
  };
  const { chain } = await chen.data('chains.create', { requestId: 'full-chain-of-chen', draft });
  const { chainId } = chain;
  const lines = numbered(PEOPLE, '报名的人').map(name => ({ name, places: 1 }));
  for (let at = 0; at < lines.length; at += 100)
    await chen.data('chains.enterLines', {
      ...{ chainId, requestId: `full-lines-${at}-of-chen`, lines: lines.slice(at, at + 100) },
    });
  const { entry } = await lin.data('chains.join', {
    chainId,
    requestId: 'full-entry-of-lin',
    name: '小林',
    answers: {},
  });
  for (const [at, name] of numbered(ENTRIES - 1, '代报的人').entries()) {
    const request = { chainId, requestId: `full-entry-${at}-of-lin`, name, answers: { f1: ['o1'] } };
    await lin.data('chains.join', { ...request, forOther: true, byName: '小林' });
  }
  await chen.data('chains.setRoster', { chainId, text: numbered(PEOPLE, '名单上的人').join('、') });
  for (const text of numbered(STAFF, '通知')) await chen.data('chains.announce', { chainId, text });
  return { chainId, entryId: entry.entryId };
}

/** Fills what `makeWorld` made up to the limits; the same ids lead to full screens afterwards. */
export async function fillWorld(app: RunningApp, world: World): Promise<World> {
  const lin = app.account('lin');
  const tags = numbered(20, '标签');
  for (const name of numbered(3, '多标签的号')) await lin.add({ name, tags });
  await lin.seed(FOLLOWS, 'follow', '关注的号');
  await lin.seed(FOLLOWS, 'favorite', '收藏的文章');
  await lin.data('chains.saveContacts', { others: numbered(CONTACTS, '邻居').map(name => ({ name })) });
  const { chainId, entryId } = await fullChain(app);
  return { ...world, hike: chainId, hikeEntry: entryId, long: chainId, apples: chainId };
}
