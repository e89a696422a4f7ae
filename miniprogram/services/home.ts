import { call } from './cloud';

export const showHome = () => call('home.show', {});
