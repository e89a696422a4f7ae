'use strict';

const RealDate = Date;
let offsetMs = 0;

const now = () => RealDate.now() + offsetMs;

/** `Date` whose present is the cloud's: instances of the real one, so `instanceof` and Intl keep working. */
function CloudDate(...parts) {
  if (!new.target) return new RealDate(now()).toString();
  return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target);
}

/** Replaces the global `Date` before any code of the function is loaded. */
exports.installClock = initialOffsetMs => {
  offsetMs = initialOffsetMs;
  Object.defineProperties(CloudDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: RealDate.prototype },
    now: { value: now, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });
  RealDate.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate;
};

/** Seen by the very next `Date.now()`, also in the middle of a call. */
exports.moveClock = newOffsetMs => {
  offsetMs = newOffsetMs;
};
