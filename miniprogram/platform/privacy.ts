/** How a question is answered. WeChat checks that the button named was really tapped. */
type Decision = { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string };
type Decide = (decision: Decision) => void;

/** Shows the question; `api`: whose personal data is wanted, as WeChat names it. */
export type Asker = (api: string) => void;

/** Calls held back by WeChat until they are decided. */
let waiting: Decide[] = [];
/** Of the pages shown: the last one is in front. */
let askers: Asker[] = [];

/** All that wait get the same answer: it is one agreement. Each question is answered exactly once. */
function decideAll(decision: Decision): void {
  const decided = waiting;
  waiting = [];
  for (const decide of decided) decide(decision);
}

function onNeed(decide: Decide, { referrer }: { referrer: string }): void {
  waiting.push(decide);
  const asker = askers[askers.length - 1];
  // Where nobody can ask, the call must not hang: it fails, and its page says what is left.
  if (asker === undefined) decideAll({ event: 'disagree' });
  else {
    decide({ event: 'exposureAuthorization' });
    if (waiting.length === 1) asker(referrer);
  }
}

/** The typings leave out what WeChat tells beside the way to answer. */
type Listen = (listener: typeof onNeed) => void;

/** Once, at launch; from 2.32.3. Older libraries ask nobody. */
export function watchPrivacy(): void {
  if (wx.canIUse('onNeedPrivacyAuthorization')) (wx.onNeedPrivacyAuthorization as unknown as Listen)(onNeed);
}

/** While its page is shown. */
export function beginAsking(asker: Asker): void {
  stopAsking(asker);
  askers.push(asker);
}

/** Its page is left: whatever still waits is refused. */
export function stopAsking(asker: Asker): void {
  const wasInFront = askers[askers.length - 1] === asker;
  askers = askers.filter(other => other !== asker);
  if (wasInFront) refusePrivacy();
}

/** From the event of `<button open-type="agreePrivacyAuthorization">`. */
export const agreeToPrivacy = (buttonId: string): void => decideAll({ event: 'agree', buttonId });

export const refusePrivacy = (): void => decideAll({ event: 'disagree' });

/** `later`: WeChat asks when it is needed. `unknown`: this phone does not say. */
export type PrivacyState = 'agreed' | 'later' | 'unknown';

export const privacyState = (): Promise<PrivacyState> =>
  new Promise(resolve => {
    if (!wx.canIUse('getPrivacySetting')) return resolve('unknown');
    wx.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization ? 'later' : 'agreed'),
      fail: () => resolve('unknown'),
    });
  });

/** WeChat's own page with the guide; false when it cannot be shown. Resolves when WeChat has answered. */
export const openContract = (): Promise<boolean> =>
  new Promise(resolve => {
    if (!wx.canIUse('openPrivacyContract')) return resolve(false);
    wx.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) });
  });

const PRIVACY_REFUSED = 104;

/** This is how WeChat says that the privacy guide was not agreed to. */
export function isPrivacyRefusal(failure: unknown): boolean {
  const { errno, errMsg = '' } = failure as { errno?: number; errMsg?: string };
  return errno === PRIVACY_REFUSED || /privacy/i.test(errMsg);
}
