import * as v from 'valibot';
import type { MeView, Settings } from '../../../typings/contract/people';
import { collection, type Query } from '../platform/database';
import { isAdministrator } from './administrators';
import { DEFAULT_SETTINGS, settingsFields } from './schema';

const people = collection('people');

const profileFields = {
  nickname: v.exactOptional(v.string()),
  /** File id of the picture; written by a function. */
  avatar: v.exactOptional(v.string()),
  /** Every picture that was written and is not known to be deleted, the shown one among them. */
  pictures: v.optional(v.array(v.string()), []),
};

const personDocument = v.object({
  ...settingsFields,
  ...profileFields,
  deletion: v.exactOptional(v.object({ requestedAt: v.number(), eraseAt: v.number() })),
  limits: v.array(v.object({ grade: v.picklist(['ordinary', 'verified']) })),
  unfinished: v.optional(v.array(v.unknown()), []),
});
type PersonDocument = v.InferOutput<typeof personDocument>;

export interface Person {
  /** Without the picture's address, which costs a request to the storage. */
  me: MeView;
  /** File id of the picture. */
  avatar?: string;
  /** Documents of the batches that still run, pause or wait; parsed by who asked for them. */
  unfinished: unknown[];
}

function personOf(uid: string, document: PersonDocument): Person {
  const { limits, unfinished, nickname, avatar, deletion, fontMode, theme, silentDays } = document;
  const me: MeView = {
    ...{ uid, grade: limits[0]?.grade ?? 'ordinary', settings: { fontMode, theme, silentDays } },
    ...{ administrator: isAdministrator(uid), profile: nickname === undefined ? {} : { nickname } },
    ...(deletion && { deletion }),
  };
  return { me, unfinished, ...(avatar !== undefined && { avatar }) };
}

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
  return personOf(uid, v.parse(personDocument, document));
}

/** Changes settings; a person who has no document yet gets one. */
export async function changeSettings(uid: string, changes: Partial<Settings>): Promise<Person> {
  const changed = Object.keys(changes).length > 0 && (await people.update({ _id: uid }, { $set: changes }));
  if (!changed) await people.insert({ _id: uid, ...DEFAULT_SETTINGS, ...changes });
  return readPerson(uid);
}

const profileDocument = v.object(profileFields);
type StoredProfile = v.InferOutput<typeof profileDocument>;

/** Undefined for somebody who was never here: one request. */
export async function findProfile(uid: string): Promise<StoredProfile | undefined> {
  const [document] = await people.find({ _id: uid }, { limit: 1 });
  return document === undefined ? undefined : v.parse(profileDocument, document);
}

/** Notes a picture before it is written; gives those that were noted before. */
export async function notePicture(uid: string, fileId: string): Promise<string[]> {
  const document = await people.updateOne({ _id: uid }, { $addToSet: { pictures: fileId } });
  const { pictures } = v.parse(profileDocument, document ?? {});
  return pictures.filter(picture => picture !== fileId);
}

/** Pictures that are deleted. */
export const forgetPictures = (uid: string, fileIds: string[]): Promise<number> =>
  people.update({ _id: uid }, { $pull: { pictures: { $in: fileIds } } });

/** `null` takes a value away; what is absent stays. Nothing to change: no request. */
export async function writeProfile(
  uid: string,
  changes: { nickname?: string | null; avatar?: string | null },
): Promise<void> {
  const given = Object.entries(changes);
  const set = Object.fromEntries(given.filter(([, value]) => value !== null));
  const unset: Query = Object.fromEntries(
    given.filter(([, value]) => value === null).map(([name]) => [name, '']),
  );
  if (given.length === 0) return;
  await people.update(
    { _id: uid },
    {
      ...(Object.keys(set).length > 0 && { $set: set }),
      ...(Object.keys(unset).length > 0 && { $unset: unset }),
    },
  );
}
