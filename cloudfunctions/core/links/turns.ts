const WINDOW_MS = 60_000;
/** Pages one instance asks for in a minute: a person pasting links never meets it, a program does. */
const TURNS_MAX = 60;

let taken: number[] = [];

/** Whether this instance may ask for one more page now. Kept in its memory, like the limit on any call. */
export function takeTurn(now: number): boolean {
  taken = taken.filter(at => at > now - WINDOW_MS && at <= now);
  if (taken.length >= TURNS_MAX) return false;
  taken.push(now);
  return true;
}
