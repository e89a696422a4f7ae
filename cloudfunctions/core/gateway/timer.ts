import { callerOf } from '../platform/identity';
import type { Outcome } from './refusal';
import { done, refuse } from './refusal';

/**
 * The `main` of a timer function. Any client may call any function by name, so a call that carries an openid
 * is refused, whatever else it says. Errors are thrown on: the platform records the run as failed.
 */
export const serveTimer =
  <T>(work: (now: number) => Promise<T>) =>
  async (_event: unknown, context: unknown): Promise<Outcome<T>> => {
    const { openid, trigger } = callerOf(context);
    if (openid !== undefined || trigger !== 'timer') return refuse('FORBIDDEN');
    return done(await work(Date.now()));
  };
