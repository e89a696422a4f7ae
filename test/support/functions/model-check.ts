import type { ItemView, TrashView } from '../../../typings/contract/items';
import { KINDS } from './model-devices';
import type { ModelRun } from './model-run';
import type { Seen } from './model-worlds';

const RETENTION_MS = 72 * 3_600_000;

const viewOf = (item: ItemView, state: 'live' | 'trashed', batch: number | undefined): Seen => ({
  ...{ state, batch, tags: [...item.tags].sort(), note: item.note },
  ...{ starred: item.starred, protected: item.protected },
});

/** What the account shows is what the model says: lists, trash with its instants, batches, counts. */
export async function checkAccount(run: ModelRun): Promise<void> {
  const { model, devices } = run;
  const { account } = devices;
  const shown = new Map<string, Seen>();
  for (const kind of KINDS)
    for (const item of await account.list(kind))
      shown.set(devices.keyOf(item.id), viewOf(item, 'live', undefined));
  const trash = await account.trash();
  for (const item of trash)
    shown.set(devices.keyOf(item.id), viewOf(item, 'trashed', devices.batchOf(item.batchId)));
  const expected = [...model.things].map(([key, { trashedIn: _, ...thing }]) => [
    key,
    { ...thing, tags: [...thing.tags].sort() },
  ]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
  for (const item of trash) checkInstants(run, item);
  await checkCounts(run);
  await checkBatches(run);
}

function checkInstants({ model, devices }: ModelRun, { id, trashedAt, purgeAt }: TrashView): void {
  const [from, to] = model.things.get(devices.keyOf(id))?.trashedIn ?? [0, 0];
  expect(purgeAt - trashedAt).toBe(RETENTION_MS);
  expect(trashedAt).toBeGreaterThanOrEqual(from);
  expect(trashedAt).toBeLessThanOrEqual(to);
}

async function checkCounts({ devices: { account }, model }: ModelRun): Promise<void> {
  const keys = [...model.things].map(([key, { state }]) =>
    state === 'live' ? (key.split(' ')[0] ?? '') : 'trash',
  );
  const countOf = (name: string): number => keys.filter(key => key === name).length;
  const counts = {
    follow: countOf('follow'),
    like: countOf('like'),
    favorite: countOf('favorite'),
    trash: countOf('trash'),
  };
  expect((await account.data('home.show', {})).counts).toEqual(counts);
  expect((await account.data('items.facets', { kind: 'follow' })).total).toBe(counts.follow);
}

async function checkBatches({ devices, model }: ModelRun): Promise<void> {
  const { batches } = await devices.account.data('batches.list', {});
  for (const { batchId, state, handled, removed, restorable } of batches) {
    const id = devices.batchOf(batchId);
    const batch = model.batches.get(id);
    const inTrash = model.inTrash(thing => thing.batch === id).length;
    expect({ state, handled, removed, restorable }).toEqual({
      ...{ state: batch?.state, handled: batch?.handled, removed: batch?.removed.most, restorable: inTrash },
    });
  }
}
