import fc from 'fast-check';
import declared from '../../cloudfunctions/database.json';
import { seededRandom } from '../../local/cloud/faults/faults';
import type { Account } from '../support/functions/account';
import { draftOf, textField } from '../support/functions/chain-account';
import { InterleavedCloud, NO_TROUBLE, type Trouble } from '../support/functions/interleaved-cloud';

jest.setTimeout(240_000);

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** In every name and text of the person, and nowhere else. Numbers, because nobody is there to check words. */
const MARK = '777000777000';

let cloud: InterleavedCloud;
let owner: Account;
let friend: Account;
let person: Account;
let other: Account;
beforeAll(async () => {
  cloud = await InterleavedCloud.start();
  owner = cloud.person('an-owner');
  friend = cloud.person('a-friend');
  person = cloud.person('a-person');
  other = cloud.person('an-other');
});
afterAll(() => cloud.stop());

const janitor = async (): Promise<void> => {
  await cloud.invoke('janitor', { Type: 'Timer' });
};

let requests = 0;
const newRequest = (): string => {
  requests += 1;
  return `request-${requests}`;
};

async function organize(account: Account, title: string, given: object = {}): Promise<string> {
  const draft = draftOf({ title, organizerName: title, ...given });
  return (await account.untilAnswered('chains.create', { requestId: newRequest(), draft })).chain.chainId;
}

const enter = (account: Account, chainId: string, name: string, more: object = {}) =>
  account.untilAnswered('chains.join', {
    ...{ chainId, requestId: newRequest(), name, answers: {}, ...more },
  });

interface Life {
  uid: string;
  /** Of others, with the person's entries. */
  chainId: string;
  ownEntry: string;
  madeEntry: string;
  handed: string;
  eraseAt: number;
}

/** A person with a few things, in chains of their own and of others; the deletion is asked for. */
async function live(): Promise<Life> {
  const { uid } = await person.data('me.show', {});
  await person.add({ name: MARK });
  const chainId = await organize(owner, '2025', { capacity: 4, fields: [textField({ label: '1' })] });
  const own = await enter(person, chainId, `${MARK} 1`, { answers: { remark: MARK } });
  const ownEntry = own.entry.entryId;
  const made = await enter(person, chainId, '20', { forOther: true, byName: MARK });
  await owner.data('chains.appoint', { chainId, entryId: ownEntry, role: 'volunteer' });
  const handed = await organize(person, '2026', { organizerName: MARK });
  const { entry } = await enter(friend, handed, '30');
  const heir = { chainId: handed, entryId: entry.entryId, role: 'organizer' as const, successor: true };
  await person.data('chains.appoint', heir);
  await organize(person, `${MARK} 3`);
  const { deletion } = await person.data('me.requestDeletion', { confirmed: true });
  return { uid, chainId, ownEntry, madeEntry: made.entry.entryId, handed, eraseAt: deletion?.eraseAt ?? 0 };
}

/** Names of collections in which any of these words still stands. */
async function placesOf(words: string[]): Promise<string[]> {
  const names = Object.keys(declared.collections);
  const found = await Promise.all(names.map(async name => JSON.stringify(await cloud.find(name, {}))));
  return names.filter((_, index) => words.some(word => found[index]?.includes(word)));
}

/** Janitors without trouble until one has nothing more to do. */
async function finish(): Promise<void> {
  for (let run = 0; run < 5; run += 1) {
    cloud.now += 15 * MINUTE_MS;
    await cloud.calmly(janitor);
  }
}

const isErased = async ({ uid }: Life): Promise<void> =>
  expect(await placesOf([uid, person.openid, MARK])).toEqual([]);

interface StoredChain {
  book: { seats: Record<string, string>; order: string[]; left: Record<string, number> };
}

/** The book and the details say the same, and as much is left as nobody has. */
async function isWhole({ chainId }: Life): Promise<void> {
  const [chain] = (await cloud.find('chains', { _id: chainId })) as unknown as [StoredChain];
  const { seats, order, left } = chain.book;
  const details = new Set((await cloud.find('entries', { chain: chainId })).map(({ _id }) => _id));
  const ids = new Map(order.map(id => [id.slice(0, 17), id]));
  for (const key of Object.keys(seats)) expect(details).toContain(ids.get(key) ?? key);
  const taken = Object.values(seats).filter(seat => seat.startsWith('i'));
  expect(left).toEqual({ room: 2000 - Object.keys(seats).length, total: 4 - taken.length });
  expect(left['total']).toBeGreaterThanOrEqual(0);
}

const trouble: fc.Arbitrary<Trouble> = fc.record({
  ...{ error: fc.constantFrom(0, 0.03), lost: fc.constantFrom(0, 0.03) },
  killed: fc.constantFrom(0.01, 0.05),
});

test('janitors that die, race and lose replies leave nothing of a person, and others what is theirs', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), trouble, async (seed, chances) => {
    await cloud.begin(MORNING, seededRandom(seed));
    const life = await cloud.calmly(live);
    const { chainId, ownEntry, madeEntry } = life;
    cloud.now = life.eraseAt;
    const paid = { chainId, entryIds: [ownEntry, madeEntry], payment: 'paid' as const };
    await cloud.run<unknown>(
      chances,
      async () => janitor().then(janitor).then(janitor),
      janitor,
      // A second phone of the person that knows nothing yet, and people who go on as ever.
      () => person.call('chains.join', { ...again, chainId: life.handed }).catch(() => undefined),
      () => person.call('chains.leave', { chainId, entryId: ownEntry }).catch(() => undefined),
      () => person.call('items.add', { draft: { kind: 'follow', name: MARK } }).catch(() => undefined),
      () => owner.call('chains.markPaid', paid).catch(() => undefined),
      () => enter(other, chainId, '40').catch(() => undefined),
      () => friend.call('chains.claim', { chainId, entryId: madeEntry }).catch(() => undefined),
    );
    await finish();
    await isErased(life);
    await isWhole(life);
    const { chain } = await cloud.calmly(() => friend.data('chains.show', { chainId: life.handed }));
    expect([chain.myRole, chain.organizerName]).toEqual(['owner', '30']);
    const me = await cloud.calmly(() => person.data('me.show', {}));
    expect(me).not.toHaveProperty('deletion');
  });
  const again = { requestId: 'a-second-phone', name: MARK, answers: {} };
  await fc.assert(property, { numRuns: 8 });
});

test('a withdrawal and the erasure at the same moment: one of them comes about, whole', async () => {
  const property = fc.asyncProperty(
    fc.noBias(fc.nat()),
    fc.integer({ min: 0, max: 30 }),
    async (seed, early) => {
      await cloud.begin(MORNING, seededRandom(seed));
      const life = await cloud.calmly(live);
      const before = await placesOf([life.uid]);
      cloud.now = life.eraseAt - early;
      const [withdrawn] = await cloud.run<boolean>(
        NO_TROUBLE,
        async () => (await person.call('me.withdrawDeletion', {})).ok,
        async () =>
          janitor()
            .then(janitor)
            .then(() => true),
      );
      await finish();
      if (!withdrawn) return isErased(life);
      expect(await placesOf([life.uid])).toEqual(before);
      const { chain } = await cloud.calmly(() => person.data('chains.show', { chainId: life.chainId }));
      expect(chain.mine).toHaveLength(2);
    },
  );
  await fc.assert(property, { numRuns: 5 });
});

test.each([
  ['one millisecond before the 72 hours are over everything can be kept', -2, true],
  ['at 72 hours it is too late', 0, false],
])('%s', async (_, offset, isKept) => {
  await cloud.begin(MORNING, seededRandom(1));
  const life = await cloud.calmly(live);
  cloud.now = life.eraseAt + offset;
  const reply = await cloud.calmly(() => person.call('me.withdrawDeletion', {}));
  expect(reply).toMatchObject(isKept ? { ok: true } : { error: { code: 'GONE' } });
  cloud.now += 73 * HOUR_MS;
  await finish();
  expect((await placesOf([life.uid])).length > 0).toBe(isKept);
});

test('who comes back after the erasure begins with nothing and can join the same chain again', async () => {
  await cloud.begin(MORNING, seededRandom(2));
  const life = await cloud.calmly(live);
  cloud.now = life.eraseAt;
  await finish();
  await isErased(life);
  const home = await cloud.calmly(() => person.data('home.show', {}));
  expect(home.counts).toEqual({ follow: 0, like: 0, favorite: 0, trash: 0 });
  expect((await cloud.calmly(() => person.data('chains.list', { scope: 'joined' }))).items).toEqual([]);
  const { entry } = await cloud.calmly(() => enter(person, life.chainId, '50'));
  expect(entry).toMatchObject({ number: 3, status: 'in', mine: 'own' });
  const { entries } = await cloud.calmly(() => owner.data('chains.show', { chainId: life.chainId }));
  expect(entries.items.map(({ name }) => name)).toEqual(['已注销用户', '20', '50']);
});
