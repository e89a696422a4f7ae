import type { InputOf } from '../../../typings/contract/api';
import { call, upload } from '../../services/cloud';
import { keepMe, showMe } from '../../services/people';

/** The server's limits: characters of a nickname. */
export const NICKNAME_MAX = 20;

export const saveProfile = (changes: InputOf<'me.saveProfile'>) => keepMe(call('me.saveProfile', changes));

/** Cloud file id of a picture, or undefined when it could not be sent. One place a person: the next takes it over. */
export async function uploadAvatar(path: string): Promise<string | undefined> {
  const me = await showMe();
  return me.ok ? upload(path, `avatars/${me.data.uid}/upload`) : undefined;
}

export const listLog = (cursor?: string) => call('me.log', cursor === undefined ? {} : { cursor });

export const exportEverything = () => call('me.export', {});

export const previewDeletion = () => call('me.previewDeletion', {});

/** Everything is erased 72 h later. Ask twice before. */
export const requestDeletion = () => keepMe(call('me.requestDeletion', { confirmed: true }));
