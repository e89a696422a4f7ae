import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { readJielong } from '../formats/jielong';
import { LINES_MAX } from '../rules';
import { pastedText } from '../schema';

/** Reads and answers; it stores nothing and asks no database. */
export const parse = defineAction<'chains.parse'>({
  who: 'self',
  input: exactObject({ text: pastedText }),
  run: async ({ text }, { now }) => {
    const chain = readJielong(text, now);
    const message = `一次最多 ${LINES_MAX} 人，请分几次粘贴`;
    return chain.lines.length > LINES_MAX ? refuse('TOO_LARGE', { message, max: LINES_MAX }) : done(chain);
  },
});
