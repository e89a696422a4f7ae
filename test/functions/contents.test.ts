import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
let number = 0;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** An address nobody has yet, and what its content stands at. */
function content() {
  number += 1;
  const url = `https://example.com/content/${number}`;
  return { url, show: async (by: Account = cloud.person()) => by.data('contents.show', { url }) };
}

const like = async (person: Account, url: string): Promise<string> =>
  (await person.add({ kind: 'like', name: '文章', url })).id;

test('a content nobody has is all zeros, and what is no address is refused', async () => {
  const { url, show } = content();
  expect(await show()).toEqual({ url, likes: 0, peakLikes: 0, weight: 0 });
  expect(await cloud.person().refusal('contents.show', { url: 'nothing' })).toMatchObject({
    code: 'BAD_INPUT',
    path: 'url',
  });
});

test('likes of all people are counted under whatever spelling; follows and favorites are not', async () => {
  const { url, show } = content();
  const [one, other] = [cloud.person(), cloud.person()];
  await like(one, url);
  await like(other, `http://www.${url.slice(8)}/?utm_source=x#top`);
  await one.add({ kind: 'favorite', name: '藏', url });
  expect(await show()).toEqual({ url, likes: 2, peakLikes: 2, weight: 2 });
});

test('a cancel keeps the peak and takes the weight away slowly; an undo brings both back', async () => {
  const { url, show } = content();
  const people = [cloud.person(), cloud.person(), cloud.person()];
  const ids = await Promise.all(people.map(person => like(person, url)));
  const [first] = people;
  if (!first) throw new Error('nobody');
  const batch = await first.remove([ids[0] ?? ''], 'like');
  expect(await show()).toEqual({ url, likes: 2, peakLikes: 3, weight: 3 });
  await cloud.cloud.advance('12h');
  const later = await show();
  expect(later).toMatchObject({ likes: 2, peakLikes: 3 });
  expect(later.weight).toBeGreaterThan(2.48);
  expect(later.weight).toBeLessThan(2.52);
  await first.data('batches.undo', { batchId: batch.batchId });
  expect(await show()).toEqual({ url, likes: 3, peakLikes: 3, weight: 3 });
});

test('the peak stays when the cancelled likes are purged and the anchors are folded, once and again', async () => {
  const { url, show } = content();
  const people = [cloud.person(), cloud.person()];
  for (const person of people) await person.remove([await like(person, url)], 'like');
  expect(await show()).toMatchObject({ likes: 0, peakLikes: 1 });
  const both = await Promise.all(
    people.map(async person => ({ person, id: await like(cloud.person(), url) })),
  );
  expect(both).toHaveLength(2);
  expect(await show()).toMatchObject({ likes: 2, peakLikes: 2 });
  await cloud.cloud.advance('73h');
  await cloud.runTimer('janitor');
  const anchors = () => cloud.database.find('contents', { anchoredAt: { $exists: true } });
  expect(await anchors()).toEqual([]);
  const folded = await cloud.database.find('contents');
  await cloud.runTimer('janitor');
  expect(await cloud.database.find('contents')).toEqual(folded);
  expect(await show()).toEqual({ url, likes: 2, peakLikes: 2, weight: 2 });
});

test('anchors folded in any order and more than once leave the highest', async () => {
  const { url, show } = content();
  await like(cloud.person(), url);
  const [item] = await cloud.database.find('items', { url });
  const contentKey = item?.['contentKey'];
  const at = cloud.cloud.now();
  const anchors = [3, 9, 5].map(peak => ({ _id: `a${peak}`, contentKey, peak, anchoredAt: at }));
  await cloud.database.insert('contents', anchors);
  expect(await show()).toMatchObject({ likes: 1, peakLikes: 9 });
  await cloud.runTimer('janitor');
  expect(await show()).toMatchObject({ likes: 1, peakLikes: 9 });
  await cloud.database.insert('contents', anchors.slice(0, 1));
  await cloud.runTimer('janitor');
  expect(await show()).toMatchObject({ peakLikes: 9 });
});

test('a slice that is run again after a crash anchors the same contents under the same names', async () => {
  const { url } = content();
  const person = cloud.person();
  const ids = [await like(person, url), await like(person, `${url}/b`)];
  const { batchId } = await person.data('batches.preview', { kind: 'like', selection: { ids } });
  const anchorsOf = async () =>
    (await cloud.database.find('contents', { anchoredAt: { $exists: true } })).map(({ _id }) => _id);
  const before = await anchorsOf();
  await person.data('batches.commit', { batchId });
  const after = await anchorsOf();
  expect(after).toHaveLength(before.length + 2);
  // As if the instance had died right after the anchors: position and items are as they were.
  await cloud.database.set('items', { _id: { $in: ids } }, { state: 'live', batchId: 'other' });
  await cloud.database.set('batches', { _id: batchId }, { state: 'running', position: 0 });
  await person.data('batches.advance', { batchId });
  expect(await anchorsOf()).toEqual(after);
  expect(await person.list('like')).toEqual([]);
});

test('a like of somebody in slow mode weighs half', async () => {
  const { url, show } = content();
  const person = cloud.person();
  await like(person, url);
  const { uid } = await person.data('me.show', {});
  await cloud.database.insert('limits', [
    { _id: uid, grade: 'ordinary', days: {}, slowUntil: cloud.cloud.now() + 1_000_000 },
  ]);
  expect(await show()).toEqual({ url, likes: 1, peakLikes: 1, weight: 0.5 });
});

test('it costs three requests and names nobody', async () => {
  const { url, show } = content();
  await like(cloud.person(), url);
  const reader = cloud.person();
  expect(await cloud.callsOf(() => show(reader))).toBe(3);
  expect(Object.keys(await show(reader)).sort()).toEqual(['likes', 'peakLikes', 'url', 'weight']);
});
