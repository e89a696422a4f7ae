import type { InputOf, ItemAction } from '../../../typings/contract/api';
import type { Account } from './account';
import { CloudDatabase } from './cloud-database';

/** What of a person's a call can name. */
export interface Belongings {
  liveId: string;
  trashedId: string;
  frozenBatch: string;
  doneBatch: string;
  importId: string;
  /** About the person, in the review queue. */
  caseId: string;
}

/** Gives a new person one of each, and a live item that no call names. */
export async function giveBelongings(owner: Account): Promise<Belongings> {
  const [trashedId = '', liveId = ''] = await owner.seed(3);
  const doneBatch = (await owner.remove([trashedId])).batchId;
  const selection = { ids: [liveId] };
  const { batchId: frozenBatch } = await owner.data('batches.preview', { kind: 'follow', selection });
  const staged = await owner.data('imports.stage', { kind: 'follow', source: { text: '甲\n乙' } });
  await owner.remove(await owner.seed(6, 'like', '赞'), 'like');
  const { uid } = await owner.data('me.show', {});
  const [found] = await new CloudDatabase(owner.cloud.url).find('reviews', {
    uids: uid,
    reason: 'unlike.review',
  });
  const caseId = found?._id ?? '';
  return { liveId, trashedId, frozenBatch, doneBatch, importId: staged.import.importId, caseId };
}

/** For every action of the api function an input that its owner may send, with every field that it knows. */
export const validInputs = (own: Belongings): { [A in ItemAction]: InputOf<A> } => {
  const filter = {
    ...{ query: 'a', tag: 'b', label: 'c', starred: true, protected: false, silence: 'silent' as const },
    ...{ silentDays: 30 as const, frequent: true, unopened: false, dead: false },
    ...{ marked: 'outdated' as const, targetType: 'channel' as const, folder: 'd', duplicate: true as const },
  };
  const draft = {
    ...{ kind: 'follow' as const, name: 'n', targetType: 'article' as const, url: 'https://example.com/a' },
    ...{ handle: 'h', label: 'l', tags: ['t'], starred: true, protected: false, note: 'x' },
    ...{ marks: ['outdated' as const], addedAt: 1_600_000_000_000, lastReadAt: 1_600_000_000_000 },
    ...{ postsPerWeek: 1, folder: 'd', dead: false },
    snapshot: { title: 't', author: 'a', cover: 'https://example.com/c.png', takenAt: 1_600_000_000_000 },
  };
  const changes = {
    ...{ name: 'n', label: 'l', tags: ['t'], starred: true, protected: true, note: 'x' },
    ...{ folder: 'd', dead: true, marks: ['outdated' as const] },
  };
  return {
    'home.show': {},
    'items.list': { kind: 'follow', filter, sort: 'name', limit: 10 },
    'items.facets': { kind: 'like', filter },
    'items.add': { draft },
    'items.edit': { id: own.liveId, rev: 1, changes },
    'items.editMany': {
      kind: 'follow',
      selection: { ids: [own.liveId] },
      changes: { addTags: ['t'], removeTags: ['u'], folder: 'd', starred: true, protected: false },
    },
    'items.merge': { ids: [own.liveId, own.trashedId] },
    'items.opened': { id: own.liveId },
    'batches.preview': { kind: 'follow', selection: { ids: [own.liveId] } },
    'batches.commit': { batchId: own.frozenBatch },
    'batches.advance': { batchId: own.doneBatch },
    'batches.pause': { batchId: own.doneBatch },
    'batches.resume': { batchId: own.doneBatch },
    'batches.cancel': { batchId: own.frozenBatch },
    'batches.show': { batchId: own.doneBatch },
    'batches.list': {},
    'batches.undo': { batchId: own.doneBatch },
    'batches.survey': { batchId: own.doneBatch, reasons: ['adverts', 'other'] },
    'trash.list': { kind: 'follow', batchId: own.doneBatch, pendingOnPlatform: true, limit: 10 },
    'trash.restore': { ids: [own.trashedId] },
    'trash.erase': { ids: [own.trashedId], confirmed: true },
    'trash.tick': { ids: [own.trashedId], done: true },
    'imports.stage': { kind: 'follow', source: { text: '一个号' } },
    'imports.rows': { importId: own.importId, verdict: 'new' },
    'imports.commit': { importId: own.importId, restoreTrashed: true },
    'imports.undo': { importId: own.importId },
    'exports.create': { format: 'csv', kinds: ['follow'] },
    'uploads.begin': { folder: 'imports', extension: 'csv' },
    'links.describe': { url: 'https://example.com/a' },
    'contents.show': { url: 'https://example.com/a' },
    'reports.show': { days: 30 },
    'limits.show': {},
    'review.list': { state: 'open' },
    'review.decide': { caseId: own.caseId, decision: 'keep', note: 'n' },
    'me.show': {},
    'me.change': { fontMode: 'large', theme: 'dark', silentDays: 30 },
    'me.saveProfile': { nickname: 'n', avatarFileId: null },
    'me.log': {},
    'me.export': {},
    'me.previewDeletion': {},
    'me.requestDeletion': { confirmed: true },
    'me.withdrawDeletion': {},
  };
};
