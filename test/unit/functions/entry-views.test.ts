import { type ChainDocument, parseChain } from '../../../cloudfunctions/core/chains/document';
import { completeDraft } from '../../../cloudfunctions/core/chains/draft';
import { newChain } from '../../../cloudfunctions/core/chains/new-chain';
import { roleOf } from '../../../cloudfunctions/core/chains/roles';
import { authorAfter } from '../../../cloudfunctions/core/entries/authorship';
import type { EntryDocument } from '../../../cloudfunctions/core/entries/document';
import { draftOf } from '../../../cloudfunctions/core/entries/draft';
import { keyOf, otherKey, ownKey } from '../../../cloudfunctions/core/entries/keys';
import { keptAnswers, mergedAnswers } from '../../../cloudfunctions/core/entries/personal';
import { entryView, readsClear } from '../../../cloudfunctions/core/entries/views';
import { encodeSeat, type Seat } from '../../../cloudfunctions/core/seats/book';
import type { ChainDraft } from '../../../typings/contract/fields';
import { TEST_KEYS } from '../../support/functions/keys';

const NOW = 1_780_000_000_000;
const PHONE = '13812345678';

const former = process.env['FIELD_KEYS'];
beforeAll(() => {
  process.env['FIELD_KEYS'] = TEST_KEYS.FIELD_KEYS;
});
afterAll(() => {
  if (former === undefined) delete process.env['FIELD_KEYS'];
  else process.env['FIELD_KEYS'] = former;
});

const plain = { required: false, personal: false };
const SETTINGS = completeDraft({
  ...{ title: '团购', organizerName: '王姐', priceFen: 500, closesAt: NOW + 1000 },
  fields: [
    { ...plain, id: 'phone', type: 'phone', label: '手机', personal: true },
    { ...plain, id: 'illness', type: 'text', label: '过敏', personal: true },
    { ...plain, id: 'born', type: 'date', label: '生日', personal: true },
    { ...plain, id: 'wish', type: 'text', label: '备注' },
    { ...plain, id: 'age', type: 'number', label: '年龄' },
  ],
});
const ANSWERS = { phone: PHONE, illness: '花生过敏', born: '2015-06-01', wish: '靠窗', age: 9 };

type Whose = Parameters<typeof draftOf>[0]['whose'];

interface World {
  chain: ChainDocument;
  entry: EntryDocument;
}

/** A chain with one entry of 李雷, whose it is as asked; 韩梅 has one, too. */
function world(whose: Whose, settings: Partial<ChainDraft> = {}, seat: Partial<Seat> = {}): World {
  const made = newChain({
    ...{ uid: 'owner', request: 'r', state: 'open', now: NOW },
    settings: { ...SETTINGS, ...settings },
  });
  const key = 'uid' in whose ? ownKey(made._id, whose.uid) : otherKey(made._id, whose.by, '李雷');
  const entry = draftOf({
    ...{ chain: made, key, request: 'r', whose, name: '李雷', places: 2, answers: ANSWERS },
    ...{ isChecking: false, event: { at: NOW, what: 'joined' }, now: NOW },
  });
  const person = 'uid' in whose ? { uid: whose.uid } : whose.keyedIn ? {} : { by: whose.by };
  const others = ownKey(made._id, 'participant');
  const text = (one: Partial<Seat>): string =>
    encodeSeat({ key: '', entryId: '', status: 'in', places: 2, picks: {}, ...one });
  const seats = { [others]: text({ uid: 'participant' }), [key]: text({ ...person, ...seat }) };
  const order = [others.padEnd(33, 'x'), entry._id];
  const staff = [
    ...made.staff,
    { uid: 'volunteer', name: '小赵', role: 'volunteer' as const, successor: false },
  ];
  const chain = parseChain({ ...made, staff, book: { ...made.book, seats, order } });
  return { chain, entry };
}

const readers = ['owner', 'volunteer', 'participant', 'visitor'];

/** What a person sees of the entry. */
const seenBy = ({ chain, entry }: World, uid: string) =>
  entryView(entry, { chain, role: roleOf(chain, uid), uid, now: NOW });

test('its person and organizers see all of an entry', () => {
  const one = world({ uid: 'li' });
  for (const uid of ['li', 'owner'])
    expect(seenBy(one, uid)).toMatchObject({
      name: '李雷',
      answers: ANSWERS,
      amountFen: 1000,
      payment: 'unpaid',
    });
  expect(seenBy(one, 'li')).toMatchObject({ mine: 'own', canEdit: true, canLeave: true, canClaim: false });
  expect(seenBy(one, 'owner')).toMatchObject({ mine: 'no', canEdit: true, canLeave: false, canClaim: false });
});

test('volunteers see masks of personal texts; others of the phone alone', () => {
  const one = world({ uid: 'li' });
  const open = { wish: '靠窗', age: 9 };
  expect(seenBy(one, 'volunteer').answers).toEqual({ ...open, phone: '138****5678', illness: '花**' });
  expect(seenBy(one, 'volunteer').amountFen).toBe(1000);
  for (const uid of ['participant', 'visitor']) {
    const view = seenBy(one, uid);
    expect(view.answers).toEqual({ ...open, phone: '138****5678' });
    for (const key of ['amountFen', 'payment', 'note', 'reason']) expect(view).not.toHaveProperty(key);
  }
});

test.each([
  ['everyone', ['李雷', '李雷', '李雷', '李雷']],
  ['joined', ['李雷', '李雷', '李雷', '李*']],
  ['organizers', ['李雷', '李雷', '李*', '李*']],
] as const)('names set to %s are masked for the rest, and what they wrote with them', (names, seen) => {
  const one = world({ uid: 'li' }, { names });
  const views = readers.map(uid => seenBy(one, uid));
  expect(views.map(view => view.name)).toEqual(seen);
  for (const view of views.filter(({ name }) => name === '李*')) expect(view.answers).toEqual({ age: 9 });
});

test('who made an entry for somebody sees all of it until its person took it over', () => {
  const made = world({ by: 'maker', byName: '李妈妈' });
  expect(seenBy(made, 'maker')).toMatchObject({ mine: 'for-other', answers: ANSWERS, canEdit: true });
  expect(seenBy(made, 'visitor')).toMatchObject({ by: '李妈妈', mine: 'no', canClaim: true });
  expect(seenBy(made, 'participant').canClaim).toBe(false);
  const hidden = world({ by: 'maker', byName: '李妈妈' }, { names: 'organizers' });
  expect(seenBy(hidden, 'visitor')).toMatchObject({ name: '李*', by: '李*' });
});

test('who keyed somebody in reads their answers as long as they are one of the staff', () => {
  const { chain, entry } = world({ by: 'volunteer', keyedIn: true });
  expect(seenBy({ chain, entry }, 'volunteer').answers).toEqual(ANSWERS);
  const dismissed = { ...chain, staff: chain.staff.filter(({ uid }) => uid !== 'volunteer') };
  const { answers } = seenBy({ chain: dismissed, entry }, 'volunteer');
  expect(answers).toEqual({ phone: '138****5678', wish: '靠窗', age: 9 });
});

test('whoever takes an entry over sees masks of what they did not write', () => {
  const { chain, entry } = world({ by: 'maker' }, {}, { uid: 'li', claimed: true });
  const view = seenBy({ chain, entry }, 'li');
  expect(view).toMatchObject({ mine: 'own', canEdit: true });
  expect(view.answers).toEqual({ phone: '138****5678', illness: '花**', wish: '靠窗', age: 9 });
  expect(seenBy({ chain, entry }, 'maker').mine).toBe('no');
  // An edit that sends the masks back keeps what is there, in hidden fields too; a new number replaces it.
  const { fields } = chain.settings;
  expect(mergedAnswers(entry, fields, { ...view.answers, wish: '靠门' })).toEqual({
    ...ANSWERS,
    wish: '靠门',
  });
  expect(mergedAnswers(entry, fields, { ...view.answers, phone: '13900000000' })).toMatchObject({
    ...{ phone: '13900000000', illness: '花生过敏', born: '2015-06-01' },
  });
  const reader = { chain, role: 'participant', uid: 'li', now: NOW } as const;
  expect(readsClear(reader, entry)).toBe(false);
  expect(readsClear(reader, { ...entry, author: 'li' })).toBe(true);
  expect(seenBy({ chain, entry: { ...entry, author: 'li' } }, 'li').answers).toEqual(ANSWERS);
});

test('an edit keeps what nobody could open, and makes nobody its author who did not write it', () => {
  const logged = jest.spyOn(console, 'error').mockImplementation();
  const { chain, entry } = world({ by: 'maker' }, {}, { uid: 'li', claimed: true });
  const { fields } = chain.settings;
  const sealed = { ...entry.sealed, illness: 'k9.AAAA' };
  const broken = { ...entry, sealed };
  expect(seenBy({ chain, entry: broken }, 'owner').answers).not.toHaveProperty('illness');
  const view = seenBy({ chain, entry: broken }, 'li');
  const answers = mergedAnswers(broken, fields, {
    ...view.answers,
    phone: '13900000000',
    born: '2016-06-01',
  });
  const kept = keptAnswers(entry._id, fields, answers, sealed);
  expect(kept.sealed?.['illness']).toBe('k9.AAAA');
  const edited = { ...broken, ...kept };
  expect(seenBy({ chain, entry: edited }, 'owner').answers).toMatchObject({ phone: '13900000000' });
  const reader = { chain, role: 'participant', uid: 'li', now: NOW } as const;
  expect(authorAfter(reader, broken, answers)).not.toBe('li');
  // A new answer takes its place.
  const said = keptAnswers(entry._id, fields, { ...answers, illness: '无' }, sealed);
  expect(seenBy({ chain, entry: { ...broken, ...said } }, 'owner').answers['illness']).toBe('无');
  expect(logged).toHaveBeenCalledWith('not opened', `entries/${entry._id}/illness`, expect.any(String));
  logged.mockRestore();
});

test('a text that waits for its check is for organizers and its own people', () => {
  const { chain, entry } = world({ uid: 'li' });
  const waiting = { chain, entry: { ...entry, checkedAt: NOW } };
  for (const uid of ['li', 'owner'])
    expect(seenBy(waiting, uid)).toMatchObject({ name: '李雷', checking: true, answers: { wish: '靠窗' } });
  for (const uid of ['volunteer', 'participant', 'visitor']) {
    expect(seenBy(waiting, uid).name).toBe('李*');
    expect(seenBy(waiting, uid)).not.toHaveProperty('checking');
    expect(seenBy(waiting, uid).answers).not.toHaveProperty('wish');
  }
});

test('after the deadline only organizers change entries, and leave with their own', () => {
  const over = { closesAt: NOW };
  expect(seenBy(world({ uid: 'li' }, over), 'li')).toMatchObject({ canEdit: false, canLeave: false });
  expect(seenBy(world({ uid: 'li' }, over), 'owner')).toMatchObject({ canEdit: true, canLeave: false });
  expect(seenBy(world({ uid: 'owner' }, over), 'owner')).toMatchObject({ canEdit: true, canLeave: true });
  expect(seenBy(world({ by: 'maker' }, over), 'visitor').canClaim).toBe(false);
});

test('an entry that the book does not hold says how it ended, and why, to its person and the staff', () => {
  const { chain, entry } = world({ uid: 'li' });
  const { [keyOf(entry._id)]: _, ...held } = chain.book.held;
  const without = { ...chain, book: { ...chain.book, held } };
  const ended = { status: 'removed', at: NOW, reason: '重复报名' } as const;
  const removed = { chain: without, entry: { ...entry, ended } };
  for (const uid of ['li', 'owner', 'volunteer'])
    expect(seenBy(removed, uid)).toMatchObject({
      ...{ status: 'removed', reason: '重复报名', number: 2, canEdit: false, canLeave: false },
    });
  expect(seenBy(removed, 'participant')).not.toHaveProperty('reason');
  expect(seenBy({ chain: without, entry }, 'li').status).toBe('expired');
  // As long as the book holds it, an end that was only begun does not count.
  expect(seenBy({ chain, entry: { ...entry, ended } }, 'li')).toMatchObject({ status: 'in', canEdit: true });
  expect(seenBy({ chain, entry: { ...entry, ended } }, 'li')).not.toHaveProperty('reason');
});

test('without prices there is no amount, and a payment only once somebody marked it', () => {
  const { priceFen: _, ...free } = SETTINGS;
  const { chain, entry } = world({ uid: 'li' });
  const unpriced = { ...chain, settings: free };
  expect(seenBy({ chain: unpriced, entry }, 'owner')).not.toHaveProperty('payment');
  const paid = { ...entry, payment: 'paid', paidFen: 700 } as const;
  expect(seenBy({ chain: unpriced, entry: paid }, 'owner')).toMatchObject({ payment: 'paid', paidFen: 700 });
  expect(seenBy({ chain: unpriced, entry: paid }, 'visitor')).not.toHaveProperty('payment');
});
