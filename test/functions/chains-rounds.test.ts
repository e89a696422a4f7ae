import type { ChainView } from '../../typings/contract/chains';
import type { Account } from '../support/functions/account';
import { join, organizeChain, seen } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** The day so many days from now, by China's clocks. */
const dayIn = (days: number): string =>
  new Date(cloud.cloud.now() + 8 * HOUR_MS + days * DAY_MS).toISOString().slice(0, 10);

const daily = (given: object = {}) => ({
  template: 'check-in' as const,
  recurrence: {
    ...{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: dayIn(0), until: dayIn(30), skip: [], makeUps: 1 },
    ...given,
  },
});

const roundOf = async (account: Account, chainId: string, round?: string): Promise<ChainView> =>
  (await account.data('chains.show', { chainId, ...(round !== undefined && { round }) })).chain;

test('whoever opens a recurring chain gets today’s round: a chain of its own, made once', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { ...daily(), capacity: 1 });
  const all = await Promise.all([1, 2, 3, 4].map(() => roundOf(cloud.person(), chainId)));
  expect(new Set(all.map(round => round.chainId)).size).toBe(1);
  const round = all[0] as ChainView;
  expect(round.round).toEqual({ seriesId: chainId, date: dayIn(0), next: dayIn(1) });
  expect(await cloud.database.find('chains', { series: chainId })).toHaveLength(1);
  // One place a round.
  await join(cloud.person(), round.chainId);
  expect(await seen(cloud.person(), chainId)).toMatchObject({ phase: 'full', places: { taken: 1 } });
  const tomorrow = await roundOf(owner, chainId, dayIn(1));
  expect(tomorrow).toMatchObject({
    phase: 'scheduled',
    refusal: 'NOT_OPEN_YET',
    places: { taken: 0, left: 1 },
  });
  expect(await roundOf(owner, chainId, 'series')).toMatchObject({
    chainId,
    phase: 'open',
    joining: 'refused',
  });
  const missing = { chainId, round: dayIn(31) };
  expect(await owner.refusal('chains.show', missing)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a round costs one request more than a chain, opened by its own id none', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, daily());
  const round = await roundOf(owner, chainId);
  const visitor = cloud.person();
  expect(await cloud.callsOf(() => seen(visitor, chainId))).toBe(3);
  expect(await cloud.callsOf(() => seen(visitor, round.chainId))).toBe(2);
  const input = { chainId, month: dayIn(0).slice(0, 7) };
  expect(await cloud.callsOf(() => visitor.data('chains.rounds', input))).toBe(3);
});

test('new settings reach rounds that nobody joined, and the others keep theirs', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { ...daily(), template: 'activity' });
  const [today, tomorrow] = [await roundOf(owner, chainId), await roundOf(owner, chainId, dayIn(1))];
  await join(cloud.person(), today.chainId);
  await owner.data('chains.edit', { chainId, rev: 1, changes: { title: '新的标题', capacity: 4 } });
  expect(await seen(owner, today.chainId)).toMatchObject({ title: '周六羽毛球', joined: 1 });
  expect(await seen(owner, tomorrow.chainId)).toMatchObject({ title: '新的标题', places: { left: 4 } });
  expect(await roundOf(owner, chainId, dayIn(2))).toMatchObject({ title: '新的标题' });
});

test('what the staff decide for the recurring chain holds for its rounds', async () => {
  const [owner, helper] = [cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner, daily());
  const round = await roundOf(owner, chainId);
  const { entryId } = await join(helper, round.chainId);
  await owner.data('chains.appoint', { chainId: round.chainId, entryId, role: 'organizer' });
  await owner.data('chains.announce', { chainId, text: '明天停一次' });
  await owner.data('chains.steer', { chainId, to: 'cancelled', reason: '下雨' });
  // Whoever is in a round hears of it.
  const [stored] = await cloud.database.find('chains', { _id: round.chainId });
  expect(stored?.['outbox']).toMatchObject([{ kind: 'cancelled', reason: '下雨' }]);
  const [card] = (await helper.data('chains.list', { scope: 'joined' })).items;
  expect(card).toMatchObject({ chainId: round.chainId, date: dayIn(0) });
  const cancelled = { phase: 'cancelled', cancelReason: '下雨', announcement: { text: '明天停一次' } };
  expect(await seen(cloud.person(), round.chainId)).toMatchObject(cancelled);
  await owner.data('chains.steer', { chainId, to: 'open' });
  expect(await seen(cloud.person(), round.chainId)).toMatchObject({ phase: 'open' });
  // All rounds have one staff.
  for (const one of [round.chainId, (await roundOf(helper, chainId, dayIn(3))).chainId])
    expect((await seen(helper, one)).myRole).toBe('organizer');
  await owner.data('chains.trash', { chainId });
  expect(await helper.refusal('chains.show', { chainId: round.chainId })).toMatchObject({ code: 'GONE' });
  expect(await cloud.person().refusal('chains.show', { chainId: round.chainId })).toMatchObject({
    code: 'NOT_FOUND',
  });
  await owner.data('chains.restore', { chainId });
  expect(await seen(helper, round.chainId)).toMatchObject({ phase: 'open', joined: 1 });
});

test('the streak counts scheduled days; skipped ones and an unanswered today do not end it', async () => {
  const [owner, person] = [cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner, daily({ skip: [dayIn(1)] }));
  const input = () => ({ chainId, month: dayIn(0).slice(0, 7) });
  const checkIn = async () => join(person, (await roundOf(person, chainId)).chainId);
  await checkIn();
  await cloud.cloud.advance(2 * DAY_MS);
  await checkIn();
  expect(await person.data('chains.rounds', input())).toMatchObject({ streak: 2, best: 2, makeUpsLeft: 1 });
  await cloud.cloud.advance(DAY_MS);
  expect(await person.data('chains.rounds', input())).toMatchObject({ streak: 2, best: 2 });
  await cloud.cloud.advance(DAY_MS);
  expect(await person.data('chains.rounds', input())).toMatchObject({ streak: 0, best: 2 });
  // 补卡
  const missed = await roundOf(person, chainId, dayIn(-1));
  expect(missed).toMatchObject({ phase: 'closed', joining: 'place' });
  // Who was there in time is not let out by it.
  const { chain: first } = await person.data('chains.show', { chainId, round: dayIn(-4) });
  const leaving = { chainId: first.chainId, entryId: first.mine[0]?.entryId ?? '' };
  expect(await person.refusal('chains.leave', leaving)).toMatchObject({ code: 'CLOSED' });
  const { chainId: filledIn } = missed;
  const slip = await join(person, filledIn);
  expect(slip).toMatchObject({ madeUp: true, status: 'in', canLeave: true });
  // A slip is taken back at once and costs no second make-up; later it stays.
  await person.data('chains.leave', { chainId: filledIn, entryId: slip.entryId });
  const { entryId } = await join(person, filledIn);
  await cloud.cloud.advance('5m');
  const late = { chainId: filledIn, entryId };
  expect(await person.refusal('chains.leave', late)).toMatchObject({ code: 'CLOSED' });
  expect((await seen(person, filledIn)).mine).toMatchObject([{ madeUp: true, canLeave: false }]);
  const { rounds: _, ...filled } = await person.data('chains.rounds', input());
  expect(filled).toEqual({ streak: 3, best: 3, makeUpsLeft: 0 });
  // They may lie in two months.
  const months = new Set([dayIn(-4), dayIn(0)].map(date => date.slice(0, 7)));
  const replies = await Promise.all(
    [...months].map(month => person.data('chains.rounds', { chainId, month })),
  );
  const marks = replies.flatMap(({ rounds }) => rounds).flatMap(({ mine }) => mine ?? []);
  expect(marks).toEqual(['joined', 'joined', 'made-up']);
  expect(await cloud.person().data('chains.rounds', input())).toMatchObject({
    streak: 0,
    best: 0,
    makeUpsLeft: 1,
  });
});

test('no more rounds can be filled in later than the organizer allows, however many at once', async () => {
  const [owner, person] = [cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner, daily({ makeUps: 2 }));
  await cloud.cloud.advance(5 * DAY_MS);
  const missed = await Promise.all([-5, -4, -3, -2].map(days => roundOf(person, chainId, dayIn(days))));
  const replies = await Promise.all(
    missed.map((round, index) =>
      person.call('chains.join', {
        chainId: round.chainId,
        requestId: `make-up-${index}`,
        name: '张三',
        answers: {},
      }),
    ),
  );
  expect(replies.filter(reply => reply.ok)).toHaveLength(2);
  const refused = replies.flatMap(reply => (reply.ok ? [] : [reply.error]));
  expect(refused).toMatchObject(
    Array(2).fill({ code: 'CLOSED', message: '补卡次数已经用完，一共可以补 2 次' }),
  );
  expect(await person.data('chains.rounds', { chainId, month: dayIn(-5).slice(0, 7) })).toMatchObject({
    makeUpsLeft: 0,
  });
});
