import { strFromU8, unzipSync } from 'fflate';
import type { Action, Reply } from '../../typings/contract/api';
import type { EntryReply } from '../../typings/contract/entries';
import type { SheetFormat } from '../../typings/contract/sheets';
import { Account } from '../support/functions/account';
import {
  choiceField,
  newRequest,
  organizeChain,
  phoneField,
  textField,
} from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

/** Whose number it is, and an end of it that masks do not show. */
const NUMBERS = {
  li: '13812340001',
  maker: '13812340002',
  child: '13812340003',
  taken: '13812340004',
  caller: '13812340005',
  removed: '13812340006',
};
type Owner = keyof typeof NUMBERS;
const ILLNESS = '花生过敏';

const FORMATS: SheetFormat[] = ['text', 'csv', 'xlsx', 'large-type'];

/** A phone that keeps everything it is told, files included. */
class Watched extends Account {
  readonly seen: string[] = [];

  override async send(event: unknown): Promise<Reply<unknown>> {
    const reply = await super.send(event);
    this.seen.push(JSON.stringify(reply));
    return reply;
  }

  /** Whatever the answer is. */
  async tries(action: Action, input: object): Promise<void> {
    await this.send({ action, input });
  }

  async readsExports(chainId: string): Promise<void> {
    for (const format of FORMATS) {
      const reply = await this.call('chains.export', { chainId, format });
      if (!reply.ok || !reply.data.file) continue;
      const bytes = new Uint8Array(await (await fetch(reply.data.file.url)).arrayBuffer());
      const parts = format === 'xlsx' ? Object.values(unzipSync(bytes)) : [bytes];
      this.seen.push(...parts.map(part => strFromU8(part)));
    }
  }

  /** Which numbers it saw in clear, anywhere. */
  numbers(): Owner[] {
    return (Object.keys(NUMBERS) as Owner[]).filter(one =>
      this.seen.some(text => text.includes(NUMBERS[one].slice(3))),
    );
  }
}

let cloud: TestCloud;
let people = 0;
const watched = (): Watched => {
  people += 1;
  return new Watched(cloud.cloud, `openid-watched-${people}`);
};

const roles = {} as Record<
  'owner' | 'organizer' | 'volunteer' | 'li' | 'maker' | 'claimer' | 'visitor',
  Watched
>;
let chainId: string;
const entryIds: Partial<Record<Owner, string>> = {};

const fields = [
  phoneField({ required: true }),
  textField({ id: 'illness', label: '过敏', personal: true }),
  textField(),
];
const answersOf = (whose: Owner) => ({ phone: NUMBERS[whose], illness: ILLNESS, remark: '靠窗' });

async function enters(account: Watched, whose: Owner, more: object = {}): Promise<void> {
  const input = {
    chainId,
    requestId: newRequest(),
    name: `${whose}的名字`,
    answers: answersOf(whose),
    ...more,
  };
  entryIds[whose] = (await account.data('chains.join', input)).entry.entryId;
}

/** Takes an entry over, then edits it with what it was shown: masks. */
async function takesOver(account: Watched, entryId: string): Promise<void> {
  const { entry } = await account.data('chains.claim', { chainId, entryId });
  const edit = { chainId, entryId, answers: { ...entry.answers, remark: '靠门' } };
  const edited: EntryReply = await account.data('chains.editEntry', edit);
  expect(edited.entry.answers).toEqual({ phone: '138****0004', illness: '花**', remark: '靠门' });
}

/** Everything that can be asked or done with the entries, entitled or not. */
async function asksAll(account: Watched): Promise<void> {
  const ids = Object.values(entryIds);
  for (const filter of ['all', 'in', 'waiting', 'asking', 'unpaid', 'gone'])
    await account.tries('chains.entries', { chainId, filter });
  await account.tries('chains.entries', { chainId, search: '名字' });
  await account.tries('chains.entries', { chainId, search: NUMBERS.li });
  for (const scope of ['organized', 'joined', 'trashed']) await account.tries('chains.list', { scope });
  for (const action of ['show', 'history', 'statistics', 'roster', 'duplicate', 'shareCard', 'code'])
    await account.tries(`chains.${action}` as Action, { chainId });
  await account.tries('chains.previewReminder', { chainId, audience: 'in' });
  await account.tries('chains.markPaid', { chainId, entryIds: ids, payment: 'paid' });
  for (const entryId of ids) {
    await account.tries('chains.note', { chainId, entryId, note: '来过' });
    for (const action of ['confirm', 'claim'])
      await account.tries(`chains.${action}` as Action, { chainId, entryId });
  }
  await account.tries('chains.decide', { chainId, entryIds: ids, approve: true });
  await account.readsExports(chainId);
}

beforeAll(async () => {
  cloud = await TestCloud.start();
  for (const role of ['owner', 'organizer', 'volunteer', 'li', 'maker', 'claimer', 'visitor'] as const)
    roles[role] = watched();
  const { owner, organizer, volunteer, li, maker, claimer } = roles;
  chainId = (await organizeChain(owner, { fields, priceFen: 100 })).chainId;
  for (const [account, role] of [
    [organizer, 'organizer'],
    [volunteer, 'volunteer'],
  ] as const) {
    const input = { chainId, requestId: newRequest(), name: role, answers: { phone: '13911112222' } };
    const { entryId } = (await account.data('chains.join', input)).entry;
    await owner.data('chains.appoint', { chainId, entryId, role });
  }
  await enters(li, 'li', { remember: true });
  await enters(maker, 'maker');
  await enters(maker, 'child', { forOther: true, byName: '家长' });
  await enters(maker, 'taken', { forOther: true });
  await takesOver(claimer, entryIds.taken ?? '');
  const keyed = { chainId, requestId: newRequest(), name: 'caller的名字', answers: answersOf('caller') };
  entryIds.caller = (await volunteer.data('chains.keyIn', keyed)).entry.entryId;
  const removed = watched();
  await enters(removed, 'removed');
  await owner.data('chains.remove', { chainId, entryId: entryIds.removed ?? '', reason: '重复报名' });
  for (const account of Object.values(roles)) await asksAll(account);
});
afterAll(() => cloud.stop());

test.each([
  ['owner', Object.keys(NUMBERS)],
  ['organizer', Object.keys(NUMBERS)],
  // What they wrote themselves.
  ['volunteer', ['caller']],
  ['li', ['li']],
  ['maker', ['maker', 'child', 'taken']],
  ['claimer', []],
  ['visitor', []],
] as [keyof typeof roles, Owner[]][])(
  '%s sees in clear the numbers of %j and no other, whatever they ask',
  (role, own) => {
    expect(roles[role].seen.length).toBeGreaterThan(30);
    expect(roles[role].numbers()).toEqual(own);
    if (own.length === 0) expect(roles[role].seen.join()).not.toContain(ILLNESS);
  },
);

test('who may read them gets them in every file, others get masks', () => {
  const files = (account: Watched) => account.seen.filter(text => !text.startsWith('{"ok"'));
  expect(files(roles.owner).length).toBeGreaterThanOrEqual(3);
  expect(files(roles.owner).filter(text => text.includes(NUMBERS.li)).length).toBeGreaterThanOrEqual(3);
  expect(files(roles.volunteer).filter(text => text.includes('138****0001')).length).toBeGreaterThan(0);
  expect(files(roles.li)).toEqual([]);
});

test('documents, logs and calls to WeChat hold no number and no personal text in clear', async () => {
  const logs = cloud.cloud.logs().map(({ message }) => message);
  const sent = cloud.cloud.sent({ api: '*' }).map(record => JSON.stringify(record));
  for (const text of [await cloud.database.dump(), logs.join(), sent.join()]) {
    for (const number of Object.values(NUMBERS)) expect(text).not.toContain(number.slice(3));
    expect(text).not.toContain(ILLNESS);
  }
});

test('a sealed number that was moved or broken is left out, for everybody, and everything else is there', async () => {
  const [li = { _id: '' }] = await cloud.database.find('entries', { _id: entryIds.li });
  const [child] = await cloud.database.find('entries', { _id: entryIds.child });
  const reader = watched();
  for (const sealed of [child?.['sealed'], { phone: 'k9.AAAA' }, { phone: 'junk' }]) {
    await cloud.database.set('entries', { _id: li._id }, { sealed });
    for (const account of [roles.owner, roles.li, reader]) {
      const { items } = (await account.data('chains.show', { chainId })).entries;
      expect(items.find(({ entryId }) => entryId === li._id)?.answers).toEqual({ remark: '靠窗' });
      const { text } = await account.data('chains.export', { chainId, format: 'text' });
      expect(text).toContain('child的名字');
    }
  }
  expect(reader.numbers()).toEqual([]);
  expect(roles.li.numbers()).toEqual(['li']);
  await cloud.database.set('entries', { _id: li._id }, { sealed: li['sealed'] });
});

test('a choice cannot be personal: what is counted cannot be sealed', async () => {
  const draft = { title: '统计', organizerName: '王姐', fields: [choiceField({ a: 2 }, { personal: true })] };
  const refusal = await watched().refusal('chains.create', { requestId: newRequest(), draft });
  expect(refusal).toMatchObject({ code: 'BAD_INPUT', path: 'draft.fields.0' });
});

test('an operator where a value is due is refused in every place of an entry', async () => {
  const person = watched();
  const operators = [{ $gt: '' }, { $ne: null }, { $where: '1' }, ['$gt'], null];
  const before = await cloud.database.dump();
  const joining = { chainId, requestId: newRequest(), name: '李雷', answers: answersOf('li') };
  for (const operator of operators) {
    const inputs = [
      ...['chainId', 'requestId', 'name', 'places', 'forOther', 'byName'].map(key => ({
        ...joining,
        [key]: operator,
      })),
      ...['phone', 'illness', 'remark'].map(key => ({
        ...joining,
        answers: { ...joining.answers, [key]: operator },
      })),
      { ...joining, answers: operator },
    ];
    for (const input of inputs) {
      const reply = await person.send({ action: 'chains.join', input });
      expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
    }
  }
  for (const key of ['$set', 'a.b', '__proto__', '']) {
    const answers = JSON.parse(`{"phone":"13800000000",${JSON.stringify(key)}:"x"}`);
    const reply = await person.send({ action: 'chains.join', input: { ...joining, answers } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  }
  expect(await cloud.database.dump()).toBe(before);
});
