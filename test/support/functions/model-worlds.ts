import type { AccountModel, Event, Thing } from './account-model';

/** What can be seen of an item. */
export type Seen = Omit<Thing, 'trashedIn'>;

/** All orders in which things can happen. */
const ordersOf = <T>(all: T[]): T[][] =>
  all.length <= 1
    ? [all]
    : all.flatMap((one, place) =>
        ordersOf(all.filter((_, index) => index !== place)).map(others => [one, ...others]),
      );

const textOf = (thing: Seen | undefined): string =>
  JSON.stringify(
    thing && [thing.state, [...thing.tags].sort(), thing.note, thing.starred, thing.protected, thing.batch],
  ) ?? 'nothing';

/**
 * The model after events at the same moment: each item must be as one order of them leaves it, and that is what the
 * model goes on with. Throws when an item is as no order leaves it.
 */
export function adopted(model: AccountModel, events: Event[], seen: Map<string, Seen>): AccountModel {
  const worlds = ordersOf(events).map(order => {
    const world = model.copy();
    for (const event of order) event(world);
    return world;
  });
  const [result] = worlds;
  if (!result) return model;
  const keys = new Set([...seen.keys(), ...worlds.flatMap(world => [...world.things.keys()])]);
  for (const key of keys) {
    const right = worlds.find(world => textOf(world.things.get(key)) === textOf(seen.get(key)));
    if (!right) {
      const allowed = worlds.map(world => textOf(world.things.get(key)));
      throw new Error(`${key} is ${textOf(seen.get(key))}, allowed: ${[...new Set(allowed)].join(' or ')}`);
    }
    const thing = right.things.get(key);
    if (thing) result.things.set(key, thing);
    else result.things.delete(key);
  }
  for (const [id, batch] of result.batches) {
    const removed = worlds.map(world => world.batches.get(id)?.removed.most ?? 0);
    batch.removed = { least: Math.min(...removed), most: Math.max(...removed) };
  }
  return result;
}
