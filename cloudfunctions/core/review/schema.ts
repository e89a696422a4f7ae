import * as v from 'valibot';
import { DECISIONS } from './document';

/** What `shortHash` gives. */
export const caseId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/));
export const decision = v.picklist(DECISIONS);
export const note = v.pipe(v.string(), v.trim(), v.maxLength(200));
