import type { Refusal } from '../../typings/contract/errors';
import { accountGone } from '../copy/people';
import { failureView } from './refusal';

/** True when the 72 h after the person asked for deletion are over: nothing of theirs can be shown any more. */
export const isAccountGone = ({ code }: Refusal): boolean => code === 'GONE';

/** What a screen about the person shows when it could not be loaded. */
export const accountFailure = (error: Refusal, now: number, online: boolean) =>
  isAccountGone(error) ? { state: 'failed', failure: accountGone.goneHint } : failureView(error, now, online);
