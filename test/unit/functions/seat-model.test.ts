import fc from 'fast-check';
import type { Query, Update } from '../../../cloudfunctions/core/platform/database';
import { settle } from '../../../cloudfunctions/core/seats/store';
import { seededRandom } from '../../../local/cloud/faults/faults';
import { expectFair, expectSettled, expectSound } from '../../support/functions/seat-oracle';
import { SeatDevice, type Story, settingsOf, story } from '../../support/functions/seat-stories';
import { SeatWorld } from '../../support/functions/seat-world';

// Seconds as a rule; a machine that does other things as well takes far longer.
jest.setTimeout(600_000);

// The chain is in memory, so that every order of everybody's requests can happen in a few seconds.
let world: SeatWorld;
jest.mock('../../../cloudfunctions/core/chains/store', () => ({
  findChain: () => world.find(),
  changeChain: (_: string, match: Query, update: Update) => world.change(match, update),
}));

async function tell(one: Story, trouble: { error: number; lost: number; killed: number }): Promise<void> {
  world = new SeatWorld(settingsOf(one), (before, after) => {
    expectSound(after);
    expectFair(before, after);
  });
  const random = seededRandom(one.seed);
  const devices = one.devices.map((commands, index) => {
    const device = new SeatDevice(world, `d${index}r`);
    return () => device.run(commands);
  });
  await world.run(trouble, random, devices);
  const calm = { error: 0, lost: 0, killed: 0 };
  await world.run(calm, random, [async () => void (await settle(await world.find(), world.now))]);
  expectSettled(world.chain, world.now);
}

test('whatever people do at once, places are not oversold, numbers stay and nobody is overtaken', () =>
  fc.assert(
    fc.asyncProperty(story, one => tell(one, { error: 0, lost: 0, killed: 0 })),
    { numRuns: 250 },
  ));

test('nor when replies are lost and instances are killed', () =>
  fc.assert(
    fc.asyncProperty(story, one => tell(one, { error: 0.05, lost: 0.1, killed: 0.05 })),
    { numRuns: 250 },
  ));
