import type { Account } from './account';
import {
  choiceField,
  draftOf,
  join,
  newRequest,
  organizeChain,
  phoneField,
  textField,
} from './chain-account';
import { allow } from './notice-people';
import type { TestCloud } from './test-cloud';

/** In every name and text of the person, and nowhere else. */
export const MARK = '乙木';
/** In every phone number of theirs. */
export const PHONE = '13912345678';
/** The names of others, which nobody may lose. */
export const GRANDMOTHER = '周奶奶';

const HOUR_MS = 3_600_000;

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Puts a file into a folder of the person, as a phone does. */
async function upload(
  { cloud, openid }: Account,
  cloudPath: string,
  body: string | Uint8Array<ArrayBuffer> = MARK,
): Promise<string> {
  const query = new URLSearchParams({ cloudPath, openid });
  const url = `${cloud.url}/storage/upload?${query}`;
  const response = await fetch(url, { method: 'POST', body });
  return ((await response.json()) as { fileID: string }).fileID;
}

async function haveItems(person: Account): Promise<void> {
  for (const kind of ['follow', 'like', 'favorite'] as const) {
    const url = `https://example.com/${kind}`;
    await person.add({ kind, name: `${MARK}${kind}`, url, tags: [MARK], note: MARK });
    await person.seed(9, kind, `${MARK}${kind}号`);
  }
  // More likes cancelled than passes without a look.
  await person.remove((await person.ids('like')).slice(0, 7), 'like');
  const [erased = '', ...trashed] = (await person.ids()).slice(0, 3);
  await person.remove([erased, ...trashed]);
  await person.data('trash.erase', { ids: [erased], confirmed: true });
  const selection = { ids: await person.ids('favorite') };
  await person.data('batches.preview', { kind: 'favorite', selection });
  await person.data('imports.stage', { kind: 'follow', source: { text: `${MARK}没导完\n${MARK}的` } });
  await person.importFile(`${MARK}文件里的\n`);
  await person.data('exports.create', { format: 'liyili-json' });
}

async function haveProfile(person: Account): Promise<void> {
  const { uid } = await person.data('me.show', {});
  const avatarFileId = await upload(person, `avatars/${uid}/upload`, PNG);
  await person.data('me.saveProfile', { nickname: `${MARK}昵称`, avatarFileId });
  // Chosen, and never used.
  const { cloudPath } = await person.data('uploads.begin', { folder: 'chains', extension: 'png' });
  await upload(person, cloudPath);
  await person.data('me.export', {});
}

/** More accounts than usual clean up from one address, the person's among them. */
async function shareNetwork(cloud: TestCloud, person: Account): Promise<void> {
  for (const one of [person, cloud.person(), cloud.person(), cloud.person()]) {
    const { id } = await one.add({ name: `${one === person ? MARK : ''}同一网络` });
    const { batchId } = await one.data('batches.preview', { kind: 'follow', selection: { ids: [id] } });
    const caller = { openid: one.openid, clientIp: '10.1.2.3' };
    await cloud.cloud.invoke('api', { action: 'batches.commit', input: { batchId } }, caller);
  }
}

/** What the person has in chains: where to look afterwards. */
export interface Chains {
  owner: Account;
  friend: Account;
  /** Of others: the person joined, made an entry, claimed one and worked as a volunteer. */
  joined: string;
  /** Of the person, with a successor and without. */
  handed: string;
  lost: string;
  /** Recurring, of others; its round of today. */
  round: string;
}

async function ownChain(person: Account, title: string): Promise<string> {
  const { uid } = await person.data('me.show', {});
  const images = [await upload(person, `chains/${uid}/${title}.png`)];
  const draft = { title, organizerName: `${MARK}团长`, description: '都来', images };
  return (await organizeChain(person, draft)).chainId;
}

const everyDay = (cloud: TestCloud) => {
  const day = (later: number) =>
    new Date(cloud.cloud.now() + 8 * HOUR_MS + later * 24 * HOUR_MS).toISOString().slice(0, 10);
  return { weekdays: [0, 1, 2, 3, 4, 5, 6], from: day(-2), until: day(30), skip: [], makeUps: 2 };
};

const FIELDS = [choiceField({ a: 5, b: 5 }), phoneField(), textField()];
const answers = { group: 'a', phone: PHONE, remark: MARK };

async function takePart(person: Account, owner: Account, friend: Account): Promise<string> {
  const { chainId } = await organizeChain(owner, { fields: FIELDS, capacity: 4, eraseAfterDays: 90 });
  const form = { name: `${MARK}本人`, answers, remember: true };
  const first = await join(person, chainId, form);
  await person.data('chains.leave', { chainId, entryId: first.entryId });
  const { entryId } = await join(person, chainId, { ...form, places: 1 });
  await owner.data('chains.note', { chainId, entryId, note: `${MARK}晚到` });
  await owner.data('chains.markPaid', { chainId, entryIds: [entryId], payment: 'paid', paidFen: 100 });
  const forHer = { answers: { group: 'b', phone: '13800000000' }, forOther: true, byName: `${MARK}家长` };
  await join(person, chainId, { ...forHer, name: GRANDMOTHER });
  const claimed = await join(person, chainId, { ...forHer, name: '老友' });
  await friend.data('chains.claim', { chainId, entryId: claimed.entryId });
  await owner.data('chains.appoint', { chainId, entryId, role: 'volunteer' });
  await person.data('chains.keyIn', {
    ...{ chainId, requestId: newRequest(), name: '打电话的', answers: { group: 'b' } },
  });
  await person.data('chains.markPaid', { chainId, entryIds: [claimed.entryId], payment: 'paid' });
  const { uid } = await person.data('me.show', {});
  await owner.data('chains.appoint', { chainId, uid, role: 'participant' });
  await owner.data('chains.setRoster', { chainId, text: `${MARK}本人\n老友\n没来的` });
  await owner.data('chains.remind', { chainId, requestId: newRequest(), audience: 'in' });
  return chainId;
}

async function wait(person: Account, owner: Account): Promise<void> {
  const { chainId, rev } = await organizeChain(owner, { capacity: 2, organizerName: '王教练' });
  await join(owner, chainId, { name: '教练本人' });
  await join(person, chainId, { name: `${MARK}候补的` });
  const [{ entryId } = { entryId: '' }] = (await person.data('chains.show', { chainId })).chain.mine;
  await owner.data('chains.edit', { chainId, rev, changes: { capacity: 1 }, toWaitlist: [entryId] });
}

async function organize(person: Account, friend: Account, cloud: TestCloud) {
  const lost = await ownChain(person, `${MARK}没人接的`);
  const handed = await ownChain(person, '有人接的');
  for (const chainId of [lost, handed]) {
    await join(person, chainId, { name: `${MARK}团长` });
    const { entryId } = await join(friend, chainId, { name: '老友' });
    await person.data('chains.announce', { chainId, text: '请准时' });
    if (chainId === handed)
      await person.data('chains.appoint', { chainId, entryId, role: 'organizer', successor: true });
  }
  await person.data('chains.export', { chainId: handed, format: 'csv' });
  await person.data('chains.code', { chainId: lost });
  const trashed = await organizeChain(person, { title: `${MARK}不要的` });
  await person.data('chains.trash', { chainId: trashed.chainId });
  const series = await organizeChain(person, { title: `${MARK}天天`, recurrence: everyDay(cloud) });
  const { chain } = await friend.data('chains.show', { chainId: series.chainId });
  await join(friend, chain.chainId, { name: '老友' });
  return { lost, handed };
}

async function checkIn(person: Account, owner: Account, cloud: TestCloud): Promise<string> {
  const recurrence = everyDay(cloud);
  const draft = draftOf({ title: '打卡', template: 'check-in', recurrence });
  const { chainId } = await organizeChain(owner, draft);
  const today = (await person.data('chains.show', { chainId })).chain;
  await join(person, today.chainId, { name: `${MARK}打卡` });
  const { entryId } = (await person.data('chains.show', { chainId: today.chainId })).chain.mine[0] ?? {
    entryId: '',
  };
  await owner.data('chains.appoint', {
    chainId: today.chainId,
    entryId,
    role: 'organizer',
    successor: false,
  });
  const before = (await person.data('chains.show', { chainId, round: recurrence.from })).chain;
  await join(person, before.chainId, { name: `${MARK}补卡` });
  await person.data('chains.announce', { chainId: today.chainId, text: '大家加油' });
  return today.chainId;
}

/** Gives a person something of everything there is. */
export async function liveWholeLife(cloud: TestCloud, person: Account): Promise<Chains> {
  const [owner, friend] = [cloud.person(), cloud.person()];
  await person.data('me.change', { theme: 'dark', fontMode: 'extra-large' });
  await haveProfile(person);
  await person.data('chains.saveContacts', {
    ...{ me: { name: MARK, phone: PHONE }, others: [{ name: `${MARK}的妈`, phone: PHONE }] },
  });
  await haveItems(person);
  await shareNetwork(cloud, person);
  await allow(cloud, person);
  const joined = await takePart(person, owner, friend);
  await wait(person, owner);
  const { lost, handed } = await organize(person, friend, cloud);
  const round = await checkIn(person, owner, cloud);
  return { owner, friend, joined, handed, lost, round };
}
