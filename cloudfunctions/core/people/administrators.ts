import { uidOf } from '../platform/crypto';

/** Openids in the function's environment, separated by commas. Nobody is an administrator without it. */
const listed = (): string[] =>
  (process.env['ADMIN_OPENIDS'] ?? '')
    .split(',')
    .map(openid => openid.trim())
    .filter(openid => openid !== '');

export const isAdministrator = (uid: string): boolean => listed().some(openid => uidOf(openid) === uid);
