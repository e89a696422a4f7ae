import { purposeOf } from '../../copy/privacy';

/** What WeChat asks about before it lets the program do it. */
const gated = [
  'chooseMessageFile',
  'chooseMedia',
  'createVKSession',
  'setClipboardData',
  'saveImageToPhotosAlbum',
  'chooseAvatar',
  'nickname',
];

/** What each is for, and what is left to who says no. */
export const permissions = gated.map(api => ({ ...purposeOf(api), id: api }));
