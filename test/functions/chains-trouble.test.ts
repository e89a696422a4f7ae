import fc from 'fast-check';
import { uidOf } from '../../cloudfunctions/core/platform/crypto';
import { seededRandom } from '../../local/cloud/faults/faults';
import type { Account } from '../support/functions/account';
import { draftOf } from '../support/functions/chain-account';
import { InterleavedCloud, type Trouble } from '../support/functions/interleaved-cloud';

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);
const HOURS_72 = 72 * 3_600_000;
const TROUBLE: Trouble = { error: 0.05, lost: 0.1, killed: 0.15 };

let cloud: InterleavedCloud;
let owner: Account;
let member: Account;
beforeAll(async () => {
  cloud = await InterleavedCloud.start();
  owner = cloud.person('an-owner');
  member = cloud.person('a-member');
});
afterAll(() => cloud.stop());

/** Three runs, whatever becomes of them: with so many duties hardly one comes to its end in trouble. */
async function janitor(): Promise<void> {
  for (let run = 0; run < 3; run += 1) await cloud.invoke('janitor', {});
}

/** Texts without letters are not sent to WeChat, which has no part in this. */
const draft = draftOf({ title: '2025', organizerName: '1' });
const recurrence = {
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  from: '2025-01-06',
  until: '2025-02-06',
  skip: [],
  makeUps: 1,
};

/** Calls until it is answered, whatever the answer. */
async function stubborn(
  action: 'chains.trash' | 'chains.restore' | 'chains.erase',
  chainId: string,
): Promise<boolean> {
  const input = action === 'chains.erase' ? { chainId, confirmed: true } : { chainId };
  for (;;) {
    const answer = await cloud.invoke('chains', { action, input }, owner.openid);
    if ('result' in answer && !JSON.stringify(answer.result).includes('UNAVAILABLE'))
      return (answer.result as { ok: boolean }).ok;
  }
}

const chainsOf = () => cloud.find('chains', { staffUids: uidOf(owner.openid) });

test('create, edit and trash done again and again by a stubborn phone happen once each', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), async seed => {
    await cloud.begin(MORNING, seededRandom(seed));
    const requestId = 'the-same-tap';
    const create = () => owner.untilAnswered('chains.create', { requestId, draft: { ...draft, recurrence } });
    const [made, twin] = await cloud.run(TROUBLE, create, create);
    const chainId = made?.chain.chainId ?? '';
    expect(twin?.chain.chainId).toBe(chainId);
    const limits = await cloud.find('limits', { _id: uidOf(owner.openid) });
    expect(JSON.stringify(limits)).toContain('"used":1,');
    const round = await cloud.calmly(() => owner.data('chains.show', { chainId }));
    const edit = () => owner.untilAnswered('chains.edit', { chainId, rev: 1, changes: { capacity: 7 } });
    await cloud.run(TROUBLE, edit, edit);
    await cloud.run(TROUBLE, () => stubborn('chains.trash', chainId));
    await cloud.calmly(janitor);
    // The round follows, whatever became of the call that changed its series.
    const [series] = await cloud.find('chains', { _id: chainId });
    const [follower] = await cloud.find('chains', { _id: round.chain.chainId });
    expect(series).toMatchObject({ state: 'trashed', rev: 2, settings: { capacity: 7 } });
    expect(follower).toMatchObject({
      state: 'trashed',
      purgeAt: series?.['purgeAt'],
      settings: { capacity: 7 },
    });
    expect(series?.['log']).toMatchObject([{ what: 'created' }, { what: 'edited' }, { what: 'trashed' }]);
    expect(await cloud.calmly(() => stubborn('chains.restore', chainId))).toBe(true);
    expect((await chainsOf()).map(({ state }) => state)).toEqual(['open', 'open']);
  });
  await fc.assert(property, { numRuns: 8, seed: 1 });
});

test('a restore, an erasure and two janitors at once, killed anywhere: the chain is whole or gone', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), fc.boolean(), async (seed, isOver) => {
    await cloud.begin(MORNING, seededRandom(seed));
    const chainId = await cloud.calmly(async () => {
      const { chain } = await owner.data('chains.create', { requestId: 'one-tap', draft });
      const form = { name: '1', answers: {} };
      await member.data('chains.join', { chainId: chain.chainId, requestId: 'join-it', ...form });
      await owner.data('chains.trash', { chainId: chain.chainId });
      return chain.chainId;
    });
    // A little before the end, which comes while they work, or at it.
    cloud.now += HOURS_72 - (isOver ? 0 : 60);
    const [isBack] = await cloud.run<boolean | undefined>(
      TROUBLE,
      () => stubborn('chains.restore', chainId),
      () => stubborn('chains.erase', chainId).then(() => undefined),
      () => janitor().then(() => undefined),
      () => janitor().then(() => undefined),
    );
    cloud.now += 60_000;
    await cloud.calmly(janitor);
    const [chain] = await chainsOf();
    const entries = await cloud.find('entries', { chain: chainId });
    const lines = await cloud.find('logs', { kind: 'chain', what: { $in: ['erased', 'purged'] } });
    if (chain) expect([chain['state'], entries.length, lines.length]).toEqual(['open', 1, 0]);
    else expect([entries.length, lines.length, lines[0]?.['count']]).toEqual([0, 1, 1]);
    // Nobody is told that it is back when it is gone, save by a reply that another answer followed.
    if (!chain && isOver) expect(isBack).toBe(false);
  });
  await fc.assert(property, { numRuns: 15, seed: 1 });
});
