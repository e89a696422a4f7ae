import * as v from 'valibot';
import type { InputOf } from '../../../../typings/contract/api';
import { refuseErased } from '../../accounts/refusal';
import { isOver } from '../../accounts/rules';
import { checkTexts } from '../../checks/checking';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, type Outcome, refuse } from '../../gateway/refusal';
import { line } from '../../items/schema';
import { dropPictures, keepPicture, pictureFilesOf, readUpload, shownMe } from '../pictures';
import { NICKNAME_MAX } from '../rules';
import { readPerson, writeProfile } from '../store';

const cloudFile = v.pipe(v.string(), v.maxLength(500), v.regex(/^cloud:\/\/[^\s]+$/));

type Changes = InputOf<'me.saveProfile'>;

/** What is to be stored, and the files that nobody needs afterwards. */
interface Kept {
  avatar?: string | null;
  former: string[];
}

async function keepAvatar(uid: string, fileId: Changes['avatarFileId']): Promise<Outcome<Kept>> {
  if (fileId === undefined) return done({ former: [] });
  if (fileId === null) return done({ avatar: null, former: await pictureFilesOf(uid) });
  const picture = await readUpload(fileId, uid);
  if (!picture.ok) return picture;
  const { fileId: avatar, former } = await keepPicture(uid, picture.data);
  return done({ avatar, former });
}

/** Once more changes nothing: a picture's content gives its name. Texts that WeChat does not answer about stay: nobody else sees them. */
export const saveProfile = defineAction<'me.saveProfile'>({
  who: 'self',
  input: exactObject({
    nickname: v.exactOptional(v.nullable(line(NICKNAME_MAX))),
    avatarFileId: v.exactOptional(v.nullable(cloudFile)),
  }),
  logs: (_, changes) => (Object.keys(changes).length > 0 ? { what: 'profile-changed' } : undefined),
  run: async ({ nickname, avatarFileId }, { uid, openid, now }) => {
    if (typeof nickname === 'string' && (await checkTexts(openid, 'profile', [nickname])) === 'refused')
      return refuse('CONTENT_REFUSED', { message: '这个昵称没有通过检查，请换一个', path: 'nickname' });
    const { me } = await readPerson(uid);
    if (isOver(me, now)) return refuseErased();
    const kept = await keepAvatar(uid, avatarFileId);
    if (!kept.ok) return kept;
    const { former, ...avatar } = kept.data;
    await writeProfile(uid, { ...(nickname !== undefined && { nickname }), ...avatar });
    await dropPictures(uid, former);
    return done(await shownMe(await readPerson(uid)));
  },
});
