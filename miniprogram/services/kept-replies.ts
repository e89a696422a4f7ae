import type { Action, DataOf, InputOf, Reply } from '../../typings/contract/api';
import type { ChainRole } from '../../typings/contract/chains';
import type { ItemView } from '../../typings/contract/items';
import { readStored, removeStored, writeStored, writeStoredLater } from '../platform/storage';
import type { Kept } from '../view/answer';

type Namer<A extends Action> = (input: InputOf<A>) => string | undefined;

const always = (): string => '';
const isPlain = (filter: object | undefined): boolean => Object.keys(filter ?? {}).length === 0;

/**
 * The questions whose last answer is kept on the phone, and what tells one from another; undefined: this one is not.
 * First pages only: the rest of a list needs the cloud.
 */
const KEPT: { [A in Action]?: Namer<A> } = {
  'home.show': always,
  'me.show': always,
  'limits.show': always,
  'batches.list': always,
  'chains.contacts': always,
  'items.list': ({ kind, filter, sort, cursor }) =>
    cursor === undefined && isPlain(filter) && (sort ?? 'recent') === 'recent' ? kind : undefined,
  'trash.list': ({ kind, batchId, pendingOnPlatform, cursor }) =>
    cursor === undefined && batchId === undefined ? `${kind ?? ''} ${pendingOnPlatform === true}` : undefined,
  'chains.list': ({ scope, search, cursor }) =>
    cursor === undefined && search === undefined ? scope : undefined,
  'chains.show': ({ chainId, round }) => (round === undefined ? chainId : undefined),
};

/** Of each action the answers asked for last. */
const MOST_OF_ONE = 20;
/** Characters of one answer and of all, as JSON; WeChat stores 1 MB under a key and 10 MB in all, 3 bytes a Chinese character. */
const LONGEST = 300_000;
const LONGEST_IN_ALL = 1_500_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Older ones help nobody, ms. */
const MAX_AGE_MS = 7 * DAY_MS;
/** Who organizes a chain sees the phone numbers of others: those lie on the phone for no longer than a day, ms. */
const MAX_AGE_OF_PHONES_MS = DAY_MS;

const SEES_PHONES: readonly ChainRole[] = ['volunteer', 'organizer', 'owner'];

function maxAgeOf(action: Action, data: unknown): number {
  if (action !== 'chains.show') return MAX_AGE_MS;
  const { myRole } = (data as DataOf<'chains.show'>).chain;
  return SEES_PHONES.includes(myRole) ? MAX_AGE_OF_PHONES_MS : MAX_AGE_MS;
}

interface Entry {
  name: string;
  action: Action;
  /** The phone's clock when it came and when it goes, epoch ms. */
  at: number;
  until: number;
  /** The server's clock minus the phone's, ms. */
  skew: number;
  length: number;
}

const INDEX = 'kept-replies';
const isIndex = (value: unknown): value is Entry[] => Array.isArray(value);
const isKept = (value: unknown): value is { data: unknown } =>
  typeof value === 'object' && value !== null && 'data' in value;

const place = (name: string): string => `kept ${name}`;
const readIndex = (): Entry[] => readStored(INDEX, isIndex) ?? [];

/** Under what name the answer to this question is kept; undefined when it is not. */
export function keptName<A extends Action>(action: A, input: InputOf<A>): string | undefined {
  const key = (KEPT[action] as Namer<A> | undefined)?.(input);
  return key === undefined ? undefined : `${action} ${key}`.trim();
}

/** Which stay, newest first. */
function withinBounds(entries: readonly Entry[], now: number): Entry[] {
  const counts: Partial<Record<Action, number>> = {};
  let length = 0;
  return entries.filter(entry => {
    const count = (counts[entry.action] ?? 0) + 1;
    counts[entry.action] = count;
    length += entry.length;
    return count <= MOST_OF_ONE && length <= LONGEST_IN_ALL && now <= entry.until;
  });
}

function keepOnly(entries: readonly Entry[]): void {
  const names = new Set(entries.map(({ name }) => name));
  for (const { name } of readIndex()) if (!names.has(name)) removeStored(place(name));
  writeStored(INDEX, entries);
}

/** At launch: what became too old goes, whether it is asked for or not. */
export const dropOld = (): void => keepOnly(withinBounds(readIndex(), Date.now()));

/** Keeps an answer that just came. */
export function keepReply<A extends Action>(
  action: A,
  name: string,
  reply: Extract<Reply<DataOf<A>>, { ok: true }>,
): void {
  const now = Date.now();
  const { length } = JSON.stringify(reply.data);
  const others = readIndex().filter(entry => entry.name !== name);
  const fits = length <= LONGEST;
  const until = now + maxAgeOf(action, reply.data);
  const entry = { name, action, at: now, until, skew: reply.now - now, length };
  keepOnly(withinBounds(fits ? [entry, ...others] : others, now));
  if (fits) writeStoredLater(place(name), { data: reply.data });
}

/** The last answer, with the time it is from; countdowns in it are drawn against the server's clock of now. */
export function keptReply<A extends Action>(name: string): Kept<DataOf<A>> | undefined {
  const now = Date.now();
  const entry = readIndex().find(one => one.name === name);
  if (entry === undefined || now > entry.until) return undefined;
  const kept = readStored(place(name), isKept);
  if (kept === undefined) return undefined;
  return {
    ok: true,
    data: kept.data as DataOf<A>,
    now: now + entry.skew,
    keptAt: entry.at + entry.skew,
  };
}

/** Something that was changed since, in all kept answers to an action. */
export function amendKept<A extends Action>(action: A, amend: (data: DataOf<A>) => DataOf<A>): void {
  for (const { name } of readIndex().filter(entry => entry.action === action)) {
    const kept = readStored(place(name), isKept);
    if (kept !== undefined) writeStored(place(name), { data: amend(kept.data as DataOf<A>) });
  }
}

/** The kept lists show an item as the cloud has it now, or will have it. */
export const keepItem = (item: ItemView): void =>
  amendKept('items.list', page => ({
    ...page,
    items: page.items.map(other => (other.id === item.id ? item : other)),
  }));
