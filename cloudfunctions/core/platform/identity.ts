import { platformContext } from './sdk';

/** Who calls, as the platform says; the event is never asked. */
export interface Caller {
  /** Absent for timers and for calls from the console. */
  openid?: string;
  trigger: string;
  /** Internet address of the client, in plain text: never stored. */
  address: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function callerOf(context: unknown): Caller {
  const facts = platformContext(context);
  const openid = text(facts['WX_OPENID']);
  const trigger = text(facts['TRIGGER_SRC']);
  const address = text(facts['WX_CLIENTIP']);
  return openid === '' ? { trigger, address } : { openid, trigger, address };
}
