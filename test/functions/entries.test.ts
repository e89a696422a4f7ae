import { EJSON } from 'bson';
import { pageSizeOf } from '../../cloudfunctions/core/entries/sizes';
import type { EntryFilter, EntryView } from '../../typings/contract/entries';
import type { Account } from '../support/functions/account';
import {
  choiceField,
  join,
  newRequest,
  organizeChain,
  phoneField,
  textField,
} from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const names = (entries: EntryView[]): string[] => entries.map(({ name }) => name);

/** Names that a list shows, page after page. */
async function listed(
  reader: Account,
  chainId: string,
  given: { filter?: EntryFilter; search?: string } = {},
): Promise<string[]> {
  const found: string[] = [];
  let cursor: { cursor?: string } | undefined = {};
  while (cursor) {
    const page: { items: EntryView[]; cursor?: string } = await reader.data('chains.entries', {
      ...{ chainId, ...given, ...cursor },
    });
    found.push(...names(page.items));
    cursor = page.cursor === undefined ? undefined : { cursor: page.cursor };
  }
  return found;
}

describe('a list of 105 entries', () => {
  let owner: Account;
  let chainId: string;
  const all = Array.from({ length: 105 }, (_, index) => `成员${index + 1}`);
  beforeAll(async () => {
    owner = cloud.person();
    chainId = (await organizeChain(owner, { capacity: 103 })).chainId;
    const lines = all.map(name => ({ name, places: 1 }));
    await owner.data('chains.enterLines', { chainId, requestId: newRequest(), lines });
  });

  test('comes in pages of 100 in the order of the numbers, each with two requests, three with a condition', async () => {
    const first = await owner.data('chains.entries', { chainId });
    expect(names(first.items)).toEqual(all.slice(0, 100));
    expect(first.items.map(({ number }) => number)).toEqual(all.slice(0, 100).map((_, index) => index + 1));
    const { cursor = '' } = first;
    const second = await owner.data('chains.entries', { chainId, cursor });
    expect(names(second.items)).toEqual(all.slice(100));
    expect(second.cursor).toBeUndefined();
    const callsFor = (input: object) =>
      cloud.callsOf(() => owner.data('chains.entries', { chainId, ...input }));
    for (const input of [{}, { cursor }]) expect(await callsFor(input)).toBe(2);
    for (const input of [{ search: '员1' }, { filter: 'unpaid' as const }])
      expect(await callsFor(input)).toBe(3);
  });

  test('is what the screen of the chain begins with', async () => {
    const { entries, chain } = await cloud.person().data('chains.show', { chainId });
    expect(names(entries.items)).toEqual(all.slice(0, 100));
    expect(entries.cursor).toBe('100');
    expect(chain).toMatchObject({ mine: [], joined: 103, waiting: 2 });
  });

  test('is filtered by what became of them and searched by name, page after page', async () => {
    const visitor = cloud.person();
    expect(await listed(visitor, chainId, { filter: 'in' })).toEqual(all.slice(0, 103));
    expect(await listed(visitor, chainId, { filter: 'waiting' })).toEqual(all.slice(103));
    expect(await listed(visitor, chainId, { search: ' 员10 ' })).toEqual([
      ...['成员10', '成员100', '成员101', '成员102', '成员103', '成员104', '成员105'],
    ]);
    expect(await listed(visitor, chainId, { search: '员', filter: 'waiting' })).toEqual(all.slice(103));
    expect(await listed(owner, chainId, { search: '成员' })).toEqual(all);
    for (const search of ['.*', '成员(', '$', '['])
      expect(await listed(visitor, chainId, { search })).toEqual([]);
  });
});

test('what only the staff works with is refused to others', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { approval: true });
  const person = cloud.person();
  await join(person, chainId, { name: '李雷' });
  for (const filter of ['asking', 'unpaid', 'gone'] as const) {
    expect(await person.refusal('chains.entries', { chainId, filter })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await listed(owner, chainId, { filter })).toEqual(filter === 'asking' ? ['李雷'] : []);
  }
  // Who asks to be let in is in the list of the staff, and in one's own.
  expect(await listed(owner, chainId)).toEqual(['李雷']);
  expect(await listed(person, chainId)).toEqual([]);
  expect((await person.data('chains.show', { chainId })).chain.mine).toMatchObject([{ status: 'asking' }]);
});

test('who may not see names may not search for them', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { names: 'joined' });
  const person = cloud.person();
  await join(person, chainId, { name: '李雷' });
  const visitor = cloud.person();
  expect(await visitor.refusal('chains.entries', { chainId, search: '李' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await listed(visitor, chainId)).toEqual(['李*']);
  expect(await listed(person, chainId, { search: '李' })).toEqual(['李雷']);
});

test('who merely asks to be let in sees no names and no masks of others, until they are let in', async () => {
  const owner = cloud.person();
  const given = { names: 'joined' as const, approval: true, fields: [phoneField()] };
  const { chainId } = await organizeChain(owner, given);
  const [member, stranger] = [cloud.person(), cloud.person()];
  const decide = (entryId: string) =>
    owner.data('chains.decide', { chainId, entryIds: [entryId], approve: true });
  await decide((await join(member, chainId, { name: '安安', answers: { phone: '13812345678' } })).entryId);
  const asking = await join(stranger, chainId, { name: '甲' });
  await join(stranger, chainId, { name: '乙', forOther: true });
  const shown = async () => JSON.stringify(await stranger.data('chains.show', { chainId }));
  const text = async () => (await stranger.data('chains.export', { chainId, format: 'text' })).text;
  for (const told of [await shown(), await text()]) expect(told).not.toMatch(/安安|5678/);
  const search = await stranger.refusal('chains.entries', { chainId, search: '安' });
  expect(search).toMatchObject({ code: 'FORBIDDEN' });
  await decide(asking.entryId);
  for (const told of [await shown(), await text()]) expect(told).toContain('安安');
  expect(await listed(stranger, chainId, { search: '安' })).toEqual(['安安']);
});

test('who left is with the gone ones under the former number, and joins again under a new one', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const [person, other] = [cloud.person(), cloud.person()];
  const { entryId } = await join(person, chainId, { name: '李雷' });
  await join(other, chainId, { name: '韩梅' });
  await person.data('chains.leave', { chainId, entryId });
  const again = await join(person, chainId, { name: '李雷' });
  expect(again.number).toBe(3);
  expect(await listed(owner, chainId)).toEqual(['韩梅', '李雷']);
  const gone = await owner.data('chains.entries', { chainId, filter: 'gone' });
  expect(gone.items).toMatchObject([{ name: '李雷', status: 'left', number: 1, entryId }]);
  // What others ended is told to its person, what one ended oneself is not.
  expect((await person.data('chains.show', { chainId })).chain.mine).toMatchObject([{ number: 3 }]);
  await owner.data('chains.remove', { chainId, entryId: again.entryId, reason: '重复报名' });
  const { mine } = (await person.data('chains.show', { chainId })).chain;
  expect(mine).toMatchObject([{ status: 'removed', reason: '重复报名', number: 3 }]);
  await join(person, chainId, { name: '李雷' });
  const after = (await person.data('chains.show', { chainId })).chain.mine;
  expect(after).toMatchObject([{ status: 'in', number: 4 }]);
});

test('payments are marked with what each costs, once, and refunded after leaving, too', async () => {
  const owner = cloud.person();
  const goods = choiceField({}, { id: 'g', type: 'multiple', counted: true, required: false });
  const options = [{ id: 'a', label: '苹果', priceFen: 1250 }];
  const { chainId } = await organizeChain(owner, { fields: [{ ...goods, options }, textField()] });
  const ids: string[] = [];
  for (const count of [2, 2, 1, 0]) {
    const given = { name: `买家${ids.length}`, answers: { g: { a: count } } };
    ids.push((await join(cloud.person(), chainId, given)).entryId);
  }
  expect(await listed(owner, chainId, { filter: 'unpaid' })).toEqual(['买家0', '买家1', '买家2']);
  const pay = (entryIds: string[], more: object = {}) =>
    owner.data('chains.markPaid', { chainId, entryIds, payment: 'paid', ...more });
  expect(await pay(ids.slice(0, 3))).toEqual({ changed: 3 });
  expect(await pay(ids.slice(0, 3))).toEqual({ changed: 0 });
  expect(await listed(owner, chainId, { filter: 'unpaid' })).toEqual([]);
  const paidOf = async () =>
    (await owner.data('chains.entries', { chainId })).items.map(({ payment, paidFen }) => [payment, paidFen]);
  expect(await paidOf()).toEqual([...[2500, 2500, 1250].map(fen => ['paid', fen]), ['unpaid', undefined]]);
  const [first = '', second = ''] = ids;
  expect(await pay([second], { paidFen: 3000 })).toEqual({ changed: 1 });
  await owner.data('chains.remove', { chainId, entryId: first, reason: '缺货' });
  await owner.data('chains.markPaid', { chainId, entryIds: [first], payment: 'refunded' });
  await owner.data('chains.markPaid', { chainId, entryIds: [second], payment: 'unpaid' });
  const gone = await owner.data('chains.entries', { chainId, filter: 'gone' });
  expect(gone.items).toMatchObject([{ status: 'removed', payment: 'refunded', paidFen: 2500 }]);
  expect((await paidOf())[0]).toEqual(['unpaid', undefined]);
  const stored = await cloud.database.find('entries', { _id: second });
  const events = stored[0]?.['events'] as { what: string; detail?: string }[];
  expect(events.map(({ what, detail }) => detail ?? what)).toEqual([
    'joined',
    '已付 25 元',
    '已付 30 元',
    '未付',
  ]);
});

test('a note is for the staff, and goes when it is emptied', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const person = cloud.person();
  const { entryId } = await join(person, chainId);
  const noted = await owner.data('chains.note', { chainId, entryId, note: ' 晚到 ' });
  expect(noted.entry.note).toBe('晚到');
  expect((await person.data('chains.show', { chainId })).chain.mine[0]).not.toHaveProperty('note');
  expect(await cloud.callsOf(() => owner.data('chains.note', { chainId, entryId, note: '早到' }))).toBe(3);
  expect((await owner.data('chains.note', { chainId, entryId, note: '' })).entry).not.toHaveProperty('note');
  const long = await owner.refusal('chains.note', { chainId, entryId, note: 'x'.repeat(201) });
  expect(long).toMatchObject({ code: 'TOO_LARGE', max: 200 });
});

test('entries of another chain are not there', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const elsewhere = await organizeChain(cloud.person());
  const { entryId } = await join(cloud.person(), elsewhere.chainId);
  const paid = { chainId, entryIds: [entryId], payment: 'paid' as const };
  expect(await owner.refusal('chains.markPaid', paid)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal('chains.note', { chainId, entryId, note: 'x' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await cloud.database.find('entries', { _id: entryId })).toMatchObject([{ payment: 'unpaid' }]);
});

test('a page of entries that say as much as they may fits into one reply of the database', async () => {
  const owner = cloud.person();
  const ids = Array.from({ length: 20 }, (_, index) => `f${index}xxxxxxxxx`.slice(0, 12));
  const options = Array.from({ length: 50 }, (_, index) => ({ id: `o${index}xxxxxxxxx`, label: '项' }));
  const fields = ids.map((id, index) =>
    index < 15
      ? textField({ id, personal: true })
      : { ...choiceField({}, { id, type: 'multiple', counted: true, required: false }), options },
  );
  const { chainId } = await organizeChain(owner, { fields });
  const counts = Object.fromEntries(options.map(({ id }) => [id, 98]));
  const answers = Object.fromEntries([
    ...ids.slice(0, 15).map(id => [id, '长'.repeat(100)]),
    ...ids.slice(15, 17).map(id => [id, counts]),
  ]);
  const person = cloud.person();
  const { entryId } = await join(person, chainId, { name: '名'.repeat(20), answers });
  await owner.data('chains.note', { chainId, entryId, note: '记'.repeat(200) });
  const [stored] = await cloud.database.find('entries', { _id: entryId });
  // Lists are read without events; replies are JSON of EJSON texts.
  const read = EJSON.stringify({ ...stored, events: [] }, { relaxed: false });
  const bytes = Buffer.byteLength(JSON.stringify(read));
  expect(bytes).toBeGreaterThan(9000);
  expect(bytes * (pageSizeOf(fields) + 21)).toBeLessThan(1_048_576);
  expect((await person.data('chains.show', { chainId })).entries.items).toHaveLength(1);
});
