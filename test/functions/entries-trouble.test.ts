import fc from 'fast-check';
import { seededRandom } from '../../local/cloud/faults/faults';
import type { Account } from '../support/functions/account';
import { draftOf, type GivenDraft, phoneField, seen, textField } from '../support/functions/chain-account';
import { InterleavedCloud, NO_TROUBLE } from '../support/functions/interleaved-cloud';

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);
const PHONE = '13812345678';

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

/** A chain with texts that WeChat is not asked about, as they have no letters. */
async function begin(seed: number, given: GivenDraft = {}): Promise<string> {
  await cloud.begin(MORNING, seededRandom(seed));
  const draft = draftOf({ title: '2025', organizerName: '1', ...given });
  const create = () => owner.data('chains.create', { requestId: 'one-tap', draft });
  return (await cloud.calmly(create)).chain.chainId;
}

test('a claim that died between its two writes is found by its person, and finished', async () => {
  let unfinished = 0;
  const property = fc.asyncProperty(fc.noBias(fc.nat()), async seed => {
    const chainId = await begin(seed);
    const form = { chainId, requestId: 'for-other', name: '1', answers: {}, forOther: true };
    const { entryId } = (await cloud.calmly(() => maker.data('chains.join', form))).entry;
    const claim = { action: 'chains.claim', input: { chainId, entryId } };
    await cloud.run({ ...NO_TROUBLE, killed: 0.3 }, () => cloud.invoke('chains', claim, person.openid));
    const [before] = await cloud.find('entries', { _id: entryId });
    const { mine, myRole } = await cloud.calmly(() => seen(person, chainId));
    expect((await cloud.calmly(() => seen(maker, chainId))).mine).toHaveLength(1 - mine.length);
    // It did not come to its seat: nothing happened.
    if (myRole === 'visitor') return expect(mine).toEqual([]);
    unfinished += before && 'uid' in before ? 0 : 1;
    expect(mine).toMatchObject([{ entryId, mine: 'own', canLeave: true }]);
    const [after = {}] = await cloud.find('entries', { _id: entryId });
    expect(after).toMatchObject({ claimed: true, events: [{ what: 'joined' }, { what: 'claimed' }] });
    const cards = await cloud.calmly(() => person.data('chains.list', { scope: 'joined' }));
    expect(cards.items).toHaveLength(1);
    await cloud.calmly(() => person.data('chains.leave', { chainId, entryId }));
  });
  await fc.assert(property, { numRuns: 40, seed: 1 });
  expect(unfinished).toBeGreaterThan(0);
});

test('a join that died, tapped again when its field was made personal or public, is kept as the field is now', async () => {
  let refused = 0;
  const property = fc.asyncProperty(fc.noBias(fc.nat()), fc.boolean(), async (seed, toPersonal) => {
    const given = (personal: boolean) => [
      personal ? phoneField({ label: '1' }) : textField({ id: 'phone', label: '1' }),
    ];
    const chainId = await begin(seed, { fields: given(!toPersonal) });
    const form = { chainId, requestId: 'a-join', name: '1', answers: { phone: PHONE } };
    const event = { action: 'chains.join', input: form };
    const edit = { chainId, rev: 1, changes: { fields: given(toPersonal) } };
    await cloud.run({ ...NO_TROUBLE, killed: 0.4 }, () => cloud.invoke('chains', event, person.openid));
    // Refused when somebody answered the field.
    await cloud.calmly(() => owner.call('chains.edit', edit));
    const first = await cloud.calmly(() => person.call('chains.join', form));
    if (!first.ok) refused += 1;
    const { entry } = first.ok ? first.data : await cloud.calmly(() => person.data('chains.join', form));
    const [chain = {}] = await cloud.find('chains', { _id: chainId });
    const { fields } = (chain as { settings: { fields: { personal: boolean }[] } }).settings;
    expect(entry).toMatchObject({ status: 'in', answers: { phone: PHONE } });
    const stored = JSON.stringify(await cloud.find('entries', { chain: chainId }));
    expect(stored.includes(PHONE)).toBe(fields[0]?.personal === false);
  });
  await fc.assert(property, { numRuns: 40, seed: 1 });
  expect(refused).toBeGreaterThan(0);
});
