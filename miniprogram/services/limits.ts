import { call } from './cloud';

export const showLimits = () => call('limits.show', {});
