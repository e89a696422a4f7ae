import * as v from 'valibot';
import type { Grade, MeView, Settings } from '../../../typings/contract/people';
import { collection } from '../platform/database';
import { isAdministrator } from './administrators';
import { DEFAULT_SETTINGS, settingsFields } from './schema';

const people = collection('people');

const personDocument = v.object({
  ...settingsFields,
  limits: v.array(v.object({ grade: v.picklist(['ordinary', 'verified']) })),
  unfinished: v.optional(v.array(v.unknown()), []),
});

export interface Person {
  me: MeView;
  /** Documents of the batches that still run, pause or wait; parsed by who asked for them. */
  unfinished: unknown[];
}

const viewOf = (uid: string, grade: Grade, settings: Settings): MeView => ({
  ...{ uid, grade, settings, administrator: isAdministrator(uid), profile: {} },
});

const UNFINISHED = { $in: ['running', 'paused', 'waiting'] };

/** A person with their grade, and on demand their unfinished batches: one request. */
export async function readPerson(uid: string, { withBatches = false } = {}): Promise<Person> {
  const batches = {
    from: 'batches',
    pipeline: [
      { $match: { owner: uid, state: UNFINISHED } },
      { $sort: { committedAt: -1 } },
      { $limit: 50 },
      { $project: { ids: 0 } },
    ],
    as: 'unfinished',
  };
  const [document] = await people.aggregate([
    { $match: { _id: uid } },
    {
      $lookup: {
        from: 'limits',
        pipeline: [{ $match: { _id: uid } }, { $project: { grade: 1 } }],
        as: 'limits',
      },
    },
    ...(withBatches ? [{ $lookup: batches }] : []),
  ]);
  if (document === undefined) {
    // A first visit. Two at once may both insert; the second finds the document there.
    await people.insert({ _id: uid, ...DEFAULT_SETTINGS });
    return readPerson(uid, { withBatches });
  }
  const { limits, unfinished, ...settings } = v.parse(personDocument, document);
  return { me: viewOf(uid, limits[0]?.grade ?? 'ordinary', settings), unfinished };
}

/** Changes settings; a person who has no document yet gets one. */
export async function changeSettings(uid: string, changes: Partial<Settings>): Promise<MeView> {
  const changed = Object.keys(changes).length > 0 && (await people.update({ _id: uid }, { $set: changes }));
  if (!changed) await people.insert({ _id: uid, ...DEFAULT_SETTINGS, ...changes });
  return (await readPerson(uid)).me;
}
