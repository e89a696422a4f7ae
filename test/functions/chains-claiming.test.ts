import fc from 'fast-check';
import { seededRandom } from '../../local/cloud/faults/faults';
import type { Account } from '../support/functions/account';
import { draftOf } from '../support/functions/chain-account';
import { InterleavedCloud, NO_TROUBLE } from '../support/functions/interleaved-cloud';

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);

let cloud: InterleavedCloud;
let owner: Account;
let maker: Account;
let person: Account;
beforeAll(async () => {
  cloud = await InterleavedCloud.start();
  owner = cloud.person('an-owner');
  maker = cloud.person('a-maker');
  person = cloud.person('a-person');
});
afterAll(() => cloud.stop());

/** A person who finds an entry that somebody else made for them, in any order of what both do. */
test('who took over an entry keeps it, even when its maker leaves it at the same moment', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), async seed => {
    await cloud.begin(MORNING, seededRandom(seed));
    const entry = await cloud.calmly(async () => {
      const draft = draftOf({ title: '2025', organizerName: '1' });
      const { chain } = await owner.data('chains.create', { requestId: 'one-tap', draft });
      const form = { name: '2', byName: '3', answers: {}, forOther: true };
      await maker.data('chains.contacts', {});
      await person.data('chains.contacts', {});
      const made = await maker.data('chains.join', {
        chainId: chain.chainId,
        requestId: 'for-somebody',
        ...form,
      });
      return { chainId: chain.chainId, entryId: made.entry.entryId };
    });
    const [claimed, left] = await cloud.run(
      NO_TROUBLE,
      async () => (await person.call('chains.claim', entry)).ok,
      async () => (await maker.call('chains.leave', entry)).ok,
    );
    expect([claimed, left].filter(Boolean)).toHaveLength(1);
    const { chain } = await cloud.calmly(() => person.data('chains.show', { chainId: entry.chainId }));
    expect(chain.mine.map(({ status, mine }) => [status, mine])).toEqual(claimed ? [['in', 'own']] : []);
    const [details] = await cloud.find('entries', { _id: entry.entryId });
    expect('ended' in (details ?? {})).toBe(left);
  });
  await fc.assert(property, { numRuns: 25, seed: 1 });
});
