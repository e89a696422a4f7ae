import type { Quota } from '../../../typings/contract/errors';
import { grouped, type Refused, refuseOver } from '../gateway/refusal';

/** More rows than are left for today. */
export const refuseRows = (quota: Quota): Refused =>
  refuseOver(quota, `今天还能导入 ${grouped(quota.remaining)} 行，请明天再试`);
