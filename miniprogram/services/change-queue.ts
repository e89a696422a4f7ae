import type { DataOf, InputOf, Reply } from '../../typings/contract/api';
import type { Refusal } from '../../typings/contract/errors';
import { type ChangeAction, type ChangeRule, changeRules } from './change-rules';

/** A change that could not be sent. */
export interface QueuedChange {
  action: ChangeAction;
  input: unknown;
  /** Names what is changed, in words, for when it cannot be saved. */
  about: string;
  /** Epoch ms of the phone. */
  at: number;
  /** It may have arrived already, so it stays as it was sent. */
  tried: boolean;
  /** Answers that may have been the cloud's own trouble. */
  failures: number;
}

export interface QueueOutside {
  read(): QueuedChange[];
  write(changes: QueuedChange[]): void;
  send(action: ChangeAction, input: unknown): Promise<Reply<unknown>>;
  now(): number;
  /** The cloud made this of a change. */
  onTaken(action: ChangeAction, data: unknown): void;
  /** `error` absent: it waited too long. */
  onRefused(change: QueuedChange, error: Refusal | undefined): void;
}

/** More than a person changes by hand without a network. */
const MOST = 200;
/** Whoever was away longer has forgotten what was changed, and may have changed it elsewhere, ms. */
const MAX_AGE_MS = 72 * 60 * 60 * 1_000;
/** After a try that did not get through, calls do not wait for another one, ms. */
const PAUSE_MS = 5_000;
const MAX_FAILURES = 5;

const ruleOf = (action: ChangeAction) => changeRules[action] as unknown as ChangeRule<ChangeAction>;
const inputOf = ({ input }: QueuedChange) => input as InputOf<ChangeAction>;

/**
 * Changes made without a network, sent in their order when it is back. Every one may be sent again: the cloud gives
 * the same result twice. What was changed elsewhere meanwhile wins, by the cloud's own conditions.
 */
export class ChangeQueue {
  private changes: QueuedChange[];
  private draining: Promise<void> | undefined;
  private pausedUntil = 0;
  /** What was taken of changes that others may stand on, by what they change. */
  private readonly taken = new Map<string, { input: InputOf<ChangeAction>; data: DataOf<ChangeAction> }[]>();

  constructor(private readonly outside: QueueOutside) {
    this.changes = outside.read();
  }

  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  /** Those a person knows of. */
  get visible(): number {
    return this.changes.filter(({ action }) => ruleOf(action).quiet !== true).length;
  }

  /** Changes of the same thing become one, unless the first may be on its way. False when no more fit. */
  add<A extends ChangeAction>(
    action: A,
    input: InputOf<A>,
    { about, isTried }: { about: string; isTried: boolean },
  ): boolean {
    const rule = ruleOf(action);
    const subject = rule.subject(input);
    const same = (change: QueuedChange) =>
      change.action === action && rule.subject(inputOf(change)) === subject;
    const before = [...this.changes].reverse().find(same);
    if (before !== undefined && !before.tried && !isTried) before.input = rule.merge(inputOf(before), input);
    else if (this.changes.length >= MOST) return false;
    else {
      const at = this.outside.now();
      this.changes.push({ action, input, about, at, tried: isTried, failures: 0 });
    }
    this.save();
    return true;
  }

  /** Sends what waits; resolves when nothing does or nothing gets through. `now`: also shortly after a failed try. */
  drain(now = false): Promise<void> {
    if (now) this.pausedUntil = 0;
    if (this.isEmpty || this.outside.now() < this.pausedUntil) return this.draining ?? Promise.resolve();
    this.draining ??= this.sendAll().finally(() => {
      this.draining = undefined;
    });
    return this.draining;
  }

  forget(): void {
    this.changes = [];
    this.save();
  }

  private async sendAll(): Promise<void> {
    for (let head = this.changes[0]; head !== undefined; head = this.changes[0]) {
      const isOver = this.outside.now() - head.at > MAX_AGE_MS;
      if (isOver) this.drop(head, undefined);
      else if (!(await this.sendOne(head))) {
        this.pausedUntil = this.outside.now() + PAUSE_MS;
        return;
      }
    }
  }

  /** True when it is done with, one way or the other. */
  private async sendOne(change: QueuedChange): Promise<boolean> {
    change.tried = true;
    this.save();
    const reply = await this.outside.send(change.action, change.input);
    if (this.changes[0] !== change) return true;
    if (reply.ok) {
      this.changes.shift();
      this.follow(change, reply.data as DataOf<ChangeAction>);
      this.save();
      this.outside.onTaken(change.action, reply.data);
      return true;
    }
    if (this.mayStillWork(change, reply.error)) return false;
    this.drop(change, reply.error);
    return true;
  }

  private mayStillWork(change: QueuedChange, { code }: Refusal): boolean {
    if (code === 'UNAVAILABLE' || code === 'RATE_LIMITED') return true;
    if (code !== 'INTERNAL') return false;
    change.failures += 1;
    this.save();
    return change.failures < MAX_FAILURES;
  }

  /** A change of something that was taken meanwhile stands on what the cloud made of that. */
  upToDate<A extends ChangeAction>(action: A, input: InputOf<A>): InputOf<A> {
    const rule = ruleOf(action);
    const before = this.taken.get(`${action} ${rule.subject(input)}`) ?? [];
    return before.reduce(
      (current, { input: earlier, data }) => rule.follow?.(current, earlier, data) ?? current,
      input,
    ) as InputOf<A>;
  }

  private follow(change: QueuedChange, data: DataOf<ChangeAction>): void {
    const rule = ruleOf(change.action);
    if (rule.follow === undefined) return;
    const name = `${change.action} ${rule.subject(inputOf(change))}`;
    this.taken.set(name, [...(this.taken.get(name) ?? []), { input: inputOf(change), data }]);
    for (const later of this.changes) later.input = this.upToDate(later.action, inputOf(later));
  }

  private drop(change: QueuedChange, error: Refusal | undefined): void {
    this.changes.shift();
    this.save();
    if (ruleOf(change.action).quiet !== true) this.outside.onRefused(change, error);
  }

  private save(): void {
    this.outside.write(this.changes);
  }
}
