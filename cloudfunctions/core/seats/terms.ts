import type { ChainDocument } from '../chains/document';
import type { Terms } from './changes';

const HOUR_MS = 3_600_000;

type Running = Pick<ChainDocument, 'state' | 'settings'>;

/** Seats of a chain that is called off or trashed stay as they are. */
export const isRunning = ({ state }: Pick<Running, 'state'>): boolean =>
  state === 'open' || state === 'closed' || state === 'checking';

/** Nobody is promoted to an event that began, nor while the chain's text waits for its check. */
const isFrozen = ({ state, settings: { eventAt } }: Running, now: number): boolean =>
  state === 'checking' || (eventAt !== undefined && now >= eventAt);

/** An offer ends when the event begins, at the latest. */
function offerUntil({ holdHours, eventAt }: Running['settings'], now: number): number | undefined {
  if (holdHours === undefined) return undefined;
  const until = now + holdHours * HOUR_MS;
  return eventAt === undefined ? until : Math.min(until, eventAt);
}

/** What a chain says about promotions now. */
export function termsOf(chain: Running, now: number): Terms {
  const until = offerUntil(chain.settings, now);
  return { now, frozen: isFrozen(chain, now), ...(until !== undefined && { offerUntil: until }) };
}
