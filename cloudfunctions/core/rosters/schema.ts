import * as v from 'valibot';
import { chainId, paragraph } from '../chains/schema';
import { exactObject } from '../gateway/input';

export const NAMES_MAX = 2000;
export const NAME_MAX = 20;
/** Characters: so many names with what stands between them. */
const TEXT_MAX = 60_000;

export const setRosterInput = exactObject({ chainId, text: paragraph(TEXT_MAX) });
export const rosterInput = exactObject({ chainId: v.pipe(chainId) });
