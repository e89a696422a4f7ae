import { call, lastAnswer } from './cloud';

export const showHome = () => call('home.show', {});

/** What the first screen showed last; undefined when nothing is kept. */
export const lastHome = () => lastAnswer('home.show', {});
