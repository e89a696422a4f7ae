import fc from 'fast-check';
import { seededRandom } from '../../local/cloud/faults/faults';
import { Account } from '../support/functions/account';
import { draftOf } from '../support/functions/chain-account';
import { InterleavedCloud, NO_TROUBLE } from '../support/functions/interleaved-cloud';
import { TEST_KEYS } from '../support/functions/keys';

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);

let cloud: InterleavedCloud;
let [owner, maker, person]: Account[] = [];
beforeAll(async () => {
  Object.assign(process.env, TEST_KEYS);
  cloud = await InterleavedCloud.start();
  const phone = {
    url: '',
    invoke: (...call: Parameters<InterleavedCloud['invoke']>) => cloud.invoke(...call),
  };
  [owner, maker, person] = ['an-owner', 'a-maker', 'a-person'].map(openid => new Account(phone, openid));
});
afterAll(() => cloud.stop());

/** A person who finds an entry that somebody else made for them, in any order of what both do. */
test('who took over an entry keeps it, even when its maker leaves it at the same moment', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), async seed => {
    if (!owner || !maker || !person) throw new Error('nobody is there');
    const [chens, makers, persons] = [owner, maker, person];
    await cloud.begin(MORNING, seededRandom(seed));
    const calmly = async <T>(work: () => Promise<T>): Promise<T> =>
      (await cloud.run(NO_TROUBLE, work))[0] as T;
    const entry = await calmly(async () => {
      const draft = draftOf({ title: '2025', organizerName: '1' });
      const { chain } = await chens.data('chains.create', { requestId: 'one-tap', draft });
      const form = { name: '2', byName: '3', answers: {}, forOther: true };
      await makers.data('chains.contacts', {});
      await persons.data('chains.contacts', {});
      const made = await makers.data('chains.join', {
        chainId: chain.chainId,
        requestId: 'for-somebody',
        ...form,
      });
      return { chainId: chain.chainId, entryId: made.entry.entryId };
    });
    const [claimed, left] = await cloud.run(
      NO_TROUBLE,
      async () => (await persons.call('chains.claim', entry)).ok,
      async () => (await makers.call('chains.leave', entry)).ok,
    );
    expect([claimed, left].filter(Boolean)).toHaveLength(1);
    const { chain } = await calmly(() => persons.data('chains.show', { chainId: entry.chainId }));
    expect(chain.mine.map(({ status, mine }) => [status, mine])).toEqual(claimed ? [['in', 'own']] : []);
    const [details] = await cloud.find('entries', { _id: entry.entryId });
    expect('ended' in (details ?? {})).toBe(left);
  });
  await fc.assert(property, { numRuns: 25, seed: 1 });
});
