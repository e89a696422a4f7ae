import type { Action, DataOf, InputOf, Reply } from '../../typings/contract/api';
import type { MeView } from '../../typings/contract/people';
import { errorSentences } from '../copy/errors';
import { unsavedText } from '../copy/offline';
import { connection, noteConnection, onReturn } from '../platform/connection';
import { sayWhenSlow } from '../platform/slowness';
import { clearStored, readStored, writeStored } from '../platform/storage';
import type { Answer, Kept } from '../view/answer';
import { ChangeQueue, type QueuedChange } from './change-queue';
import type { ChangeAction } from './change-rules';
import { dropOld, keepItem, keepReply, keptName, keptReply } from './kept-replies';
import { isReading, isWaitedFor, patienceMs } from './patience';
import { isSomeoneElse } from './phone-owner';

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

const unavailable = (): Reply<never> => ({
  ok: false,
  error: { code: 'UNAVAILABLE', message: errorSentences.UNAVAILABLE },
  now: Date.now(),
});

/** Sign-up chains have a function of their own: many join at once, and neither loads what the other needs. */
const functionOf = (action: Action): string => (action.startsWith('chains.') ? 'chains' : 'api');

/** Rejects when the phone has waited long enough; an answer that comes later is nobody's. */
function inTime<T>(asked: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), ms);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** One call, as it is. A lost connection, a time-out and an answer that is no reply all come back as UNAVAILABLE. */
async function send<A extends Action>(action: A, input: InputOf<A>): Promise<Reply<DataOf<A>>> {
  try {
    const asked = wx.cloud.callFunction({ name: functionOf(action), data: { action, input } });
    const { result } = await inTime(asked, patienceMs(action));
    noteConnection({ reached: true });
    return isReply(result) ? (result as Reply<DataOf<A>>) : unavailable();
  } catch {
    noteConnection({ reached: false });
    return unavailable();
  }
}

const QUEUE = 'queued-changes';
const isQueue = (value: unknown): value is QueuedChange[] => Array.isArray(value);

let known: ChangeQueue | undefined;
function queue(): ChangeQueue {
  known ??= new ChangeQueue({
    read: () => readStored(QUEUE, isQueue) ?? [],
    write: changes => {
      writeStored(QUEUE, changes);
      noteConnection({ waiting: known?.visible ?? 0 });
    },
    send: (action, input) => send(action, input as InputOf<ChangeAction>),
    now: () => Date.now(),
    onTaken: (action, data) => {
      if (action === 'items.edit') keepItem((data as DataOf<'items.edit'>).item);
    },
    onRefused: ({ about }, error) => {
      const sentence = unsavedText(about, error?.code);
      noteConnection({ unsaved: [...connection().unsaved, sentence] });
    },
  });
  return known;
}

/** Once, at launch: what was not sent last time goes out, whatever waits does so when the network is back. */
export function startSending(): void {
  dropOld();
  noteConnection({ waiting: queue().visible });
  onReturn(() => void queue().drain(true));
  void queue().drain();
}

/** Everything this phone keeps of the person: answers, changes that wait, settings, drafts. */
export function forgetEverything(): void {
  queue().forget();
  clearStored();
  noteConnection({ waiting: 0, unsaved: [] });
}

/** Answered with the person themselves. */
const TELLING: readonly Action[] = ['me.show', 'me.requestDeletion', 'me.withdrawDeletion'];

/** Who it is, or that there is nobody any more: what was kept of somebody else goes first. */
function recognise(action: Action, reply: Reply<unknown>): void {
  if (action !== 'home.show' && !TELLING.includes(action)) return;
  if (!reply.ok) {
    if (reply.error.code === 'GONE') forgetEverything();
    return;
  }
  const me = action === 'home.show' ? (reply.data as DataOf<'home.show'>).me : (reply.data as MeView);
  if (isSomeoneElse(me, reply.now)) {
    forgetEverything();
    isSomeoneElse(me, reply.now);
  }
}

/** What was changed before is sent before. False when it cannot be, and this must not overtake it. */
async function isItsTurn(action: Action): Promise<boolean> {
  if (functionOf(action) !== 'api' || queue().isEmpty) return true;
  await queue().drain(!isReading(action));
  return queue().isEmpty || isReading(action);
}

async function ask<A extends Action>(action: A, input: InputOf<A>): Promise<Answer<DataOf<A>>> {
  const done = isWaitedFor(action) ? sayWhenSlow() : undefined;
  const reply = (await isItsTurn(action)) ? await send(action, input) : unavailable();
  done?.();
  recognise(action, reply);
  const name = keptName(action, input);
  if (name === undefined) return reply;
  if (reply.ok) keepReply(action, name, reply);
  const isLost = !reply.ok && reply.error.code === 'UNAVAILABLE';
  return (isLost ? keptReply<A>(name) : undefined) ?? reply;
}

/** An answer that its page did not come for is old by then, ms. */
const AHEAD_MS = 15_000;
const ahead = new Map<string, { at: number; answer: Promise<Answer<unknown>> }>();
const questionOf = (action: Action, input: unknown): string => JSON.stringify([action, input]);

/** Asks what a page that is still being built will ask for: it gets this answer, once. */
export function askAhead<A extends Action>(action: A, input: InputOf<A>): void {
  ahead.set(questionOf(action, input), { at: Date.now(), answer: ask(action, input) });
}

/**
 * The only way to the cloud. Never rejects: whatever goes wrong on the way is the refusal UNAVAILABLE, so a page has
 * one path for failures. Some questions are answered with the last answer then, which says so by `keptAt`.
 */
export function call<A extends Action>(action: A, input: InputOf<A>): Promise<Answer<DataOf<A>>> {
  const question = questionOf(action, input);
  const asked = ahead.get(question);
  ahead.delete(question);
  const isFresh = asked !== undefined && Date.now() - asked.at < AHEAD_MS;
  return isFresh ? (asked.answer as Promise<Answer<DataOf<A>>>) : ask(action, input);
}

/** The last answer to a question, for the first moment of a screen; undefined when there is none. */
export function lastAnswer<A extends Action>(action: A, input: InputOf<A>): Kept<DataOf<A>> | undefined {
  const name = keptName(action, input);
  return name === undefined ? undefined : keptReply<A>(name);
}

/**
 * A change that waits on the phone when the cloud cannot be reached. `expected`: what the cloud will make of it, which
 * is the answer then; `about`: names what is changed, for when it cannot be saved after all.
 */
export async function change<A extends ChangeAction>(
  action: A,
  input: InputOf<A>,
  { expected, about }: { expected: DataOf<A>; about: string },
): Promise<Answer<DataOf<A>>> {
  const done = sayWhenSlow();
  const isTried = connection().online && (await isItsTurn(action));
  const current = queue().upToDate(action, input);
  const reply = isTried ? await send(action, current) : unavailable();
  done();
  if (reply.ok || reply.error.code !== 'UNAVAILABLE') return reply;
  if (!queue().add(action, current, { about, isTried })) return reply;
  return { ok: true, data: expected, now: reply.now, queued: true };
}

/** Uploads a local file; the cloud file id, or undefined when it could not be sent. */
export async function upload(filePath: string, cloudPath: string): Promise<string | undefined> {
  try {
    return (await wx.cloud.uploadFile({ cloudPath, filePath })).fileID;
  } catch {
    return undefined;
  }
}

/** Fetches a file by the address a reply carries; its path on the phone, or undefined when it did not arrive. */
export function download(url: string): Promise<string | undefined> {
  return new Promise(resolve =>
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : undefined),
      fail: () => resolve(undefined),
    }),
  );
}
