import * as v from 'valibot';

/** Characters of a pasted text: what one call carries with room for its frame. */
export const TEXT_MAX = 60_000;

export const pastedText = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MAX));
