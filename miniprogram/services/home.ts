import { call, lastAnswer } from './cloud';

const ask = () => call('home.show', {});
let ahead: ReturnType<typeof ask> | undefined;

/** At launch: the answer is on its way while the phone still builds the first screen. */
export function askHomeAhead(): void {
  ahead = ask();
}

export function showHome(): ReturnType<typeof ask> {
  const answer = ahead ?? ask();
  ahead = undefined;
  return answer;
}

/** What the first screen showed last; undefined when nothing is kept. */
export const lastHome = () => lastAnswer('home.show', {});
