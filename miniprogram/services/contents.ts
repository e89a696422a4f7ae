import { call } from './cloud';

export const showContent = (url: string) => call('contents.show', { url });
