import type { MeView } from '../../../typings/contract/people';
import { done, type Outcome, refuse } from '../gateway/refusal';
import { isOver } from './rules';

export const refuseErased = () => refuse('GONE', { message: '账号正在删除，大约半小时后可以重新开始使用' });

/** A person, unless their account is being erased. */
export const meUnlessErased = (me: MeView, now: number): Outcome<MeView> =>
  isOver(me, now) ? refuseErased() : done(me);
