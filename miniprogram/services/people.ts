import type { Settings } from '../../typings/contract/people';
import { call } from './cloud';

export const showMe = () => call('me.show', {});

export const changeSettings = (changes: Partial<Settings>) => call('me.change', changes);
