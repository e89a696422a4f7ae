import * as v from 'valibot';
import type { ReportDays } from '../../../typings/contract/reports';
import { removalReason } from '../batches/schema';

/** One to three different ones: more than that says nothing. */
export const removalReasons = v.pipe(
  v.array(removalReason),
  v.minLength(1),
  v.maxLength(3),
  v.check(all => new Set(all).size === all.length, 'different reasons'),
);

export const reportDays = v.picklist([30, 90, 365]) satisfies v.GenericSchema<unknown, ReportDays>;
