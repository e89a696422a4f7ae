import { offline } from '../copy/offline';

/** Nobody wonders before that, ms. */
const PATIENCE_MS = 1_000;

/** How many are waited for longer than that. */
let slow = 0;

/** Says after a second that the network is slow, until the function that comes back is called. */
export function sayWhenSlow(): () => void {
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    slow += 1;
    if (slow === 1) wx.showLoading({ title: offline.slow });
  }, PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    if (!said) return;
    said = false;
    slow -= 1;
    // A message of the page that stands there by now stays.
    if (slow === 0) wx.hideLoading({ noConflict: true, fail: () => undefined });
  };
}
