import type { LocalCloud } from '../../../local/cloud';
import type { DataOf } from '../../../typings/contract/api';
import { Account } from './account';

const DAY_MS = 86_400_000;
const TAGS = ['新闻', '科技', '生活', '学习', '本地'];

/** A CSV line a follow: a third were last opened long ago, a third lately, a third have no record. */
function line(index: number, now: number): string {
  const daysAgo = [400 + (index % 300), 1 + (index % 60), undefined][index % 3];
  const opened = daysAgo === undefined ? '' : String(now - daysAgo * DAY_MS);
  return `测试账号${index},${TAGS[index % TAGS.length]},${now - (index + 1) * 3_600_000},${opened},${index % 9}`;
}

/**
 * Gives a person `count` follows (≤ 20,000, the day's limit) the way a user would: one uploaded CSV file, staged and
 * committed through the public actions.
 */
export async function seedFollows(
  cloud: LocalCloud,
  openid: string,
  count: number,
): Promise<DataOf<'imports.commit'>['import']> {
  const now = cloud.now();
  const header = '名称,标签,关注时间,上次打开,每周推送';
  const lines = Array.from({ length: count }, (_, index) => line(index, now));
  const account = new Account(cloud, openid);
  const fileId = await uploadFile(cloud, openid, [header, ...lines].join('\n'));
  const staged = await account.data('imports.stage', { kind: 'follow', source: { fileId } });
  let view = staged.import;
  while (view.state !== 'done') {
    const reply = await account.call('imports.commit', { importId: view.importId });
    if (reply.ok) view = reply.data.import;
    // A busy machine lets a request time out; the next call goes on where this one stopped.
    else if (reply.error.code !== 'UNAVAILABLE') throw new Error(JSON.stringify(reply.error));
  }
  return view;
}

/** Puts a file into a person's folder of the cloud storage as `wx.cloud.uploadFile` does; its file id. */
export async function uploadFile(
  cloud: LocalCloud,
  openid: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { uid } = await new Account(cloud, openid).data('me.show', {});
  const name = `imports/${uid}/${Math.random().toString(36).slice(2)}.csv`;
  const query = new URLSearchParams({ cloudPath: name, openid });
  const response = await fetch(`${cloud.url}/storage/upload?${query}`, { method: 'POST', body: content });
  return ((await response.json()) as { fileID: string }).fileID;
}
