import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { randomId } from '../../platform/crypto';
import { pathOf } from '../rules';
import { noteUpload } from '../store';

/** One request. Whatever the phone then writes there is known, also when it is never heard of again. */
export const beginUpload = defineAction<'uploads.begin'>({
  who: 'self',
  input: exactObject({
    folder: v.picklist(['imports', 'chains']),
    extension: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/)),
  }),
  run: async ({ folder, extension }, { uid, now }) => {
    const cloudPath = pathOf(folder, uid, `${randomId()}.${extension}`);
    await noteUpload(uid, folder, cloudPath, now);
    return done({ cloudPath });
  },
});
