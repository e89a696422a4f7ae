const OFFSET_HOURS = 8;

/** Epoch ms of a time on China's clocks; months from 0, as in `Date`. */
export const chinaAt = (year: number, month: number, day: number, hours = 0, minutes = 0): number =>
  Date.UTC(year, month, day, hours - OFFSET_HOURS, minutes);
