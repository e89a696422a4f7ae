import { ChangeQueue, type QueuedChange } from '../../../miniprogram/services/change-queue';
import type { ChangeAction } from '../../../miniprogram/services/change-rules';
import type { InputOf, Reply } from '../../../typings/contract/api';
import type { ErrorCode } from '../../../typings/contract/errors';

type Fields = Record<string, unknown>;
interface Stored extends Fields {
  id?: string;
  rev: number;
}

/** The rules of the cloud for what can wait: settings as they come, an item by its `rev`. */
export class Cloud {
  readonly items = new Map<string, Stored>();
  settings: Fields = {};
  readonly ticks = new Map<string, boolean>();

  private edit({ id, rev, changes }: InputOf<'items.edit'>): object | ErrorCode {
    const item = this.items.get(id);
    if (item === undefined) return 'NOT_FOUND';
    const has = Object.entries(changes).every(([key, value]) => item[key] === value);
    if (rev !== item.rev) return has ? { item } : 'CONFLICT';
    const edited = { ...item, ...changes, rev: rev + 1 };
    this.items.set(id, edited);
    return { item: edited };
  }
  private handle(action: ChangeAction, input: unknown): object | ErrorCode {
    if (action === 'items.edit') return this.edit(input as InputOf<'items.edit'>);
    if (action === 'me.change') Object.assign(this.settings, input);
    if (action === 'trash.tick') {
      const { ids, done } = input as InputOf<'trash.tick'>;
      for (const id of ids) this.ticks.set(id, done);
    }
    return {};
  }
  answer(action: ChangeAction, input: unknown): Reply<unknown> {
    const data = this.handle(action, JSON.parse(JSON.stringify(input)));
    if (typeof data === 'object') return { ok: true, data, now: 0 };
    return { ok: false, error: { code: data, message: '' }, now: 0 };
  }
}

const lost: Reply<never> = { ok: false, error: { code: 'UNAVAILABLE', message: '' }, now: 0 };

/** A phone whose network fails as `fate` says, which can be killed and started again. */
export class Phone {
  now = 0;
  queue: ChangeQueue;
  readonly refused: { change: QueuedChange; code: ErrorCode | undefined }[] = [];
  readonly sent: string[] = [];
  /** Of the items as the phone keeps them. */
  readonly revs = new Map<string, number>();
  private kept = '[]';

  constructor(
    private readonly cloud: Cloud,
    private readonly fate: () => 'unsent' | 'unanswered' | 'answered',
  ) {
    this.queue = this.started();
  }
  started(): ChangeQueue {
    return new ChangeQueue({
      read: () => JSON.parse(this.kept) as QueuedChange[],
      write: changes => {
        this.kept = JSON.stringify(changes);
      },
      send: async (action, input) => {
        await Promise.resolve();
        const fate = this.fate();
        if (fate === 'unsent') return lost;
        this.sent.push(`${action} ${JSON.stringify(input)}`);
        const reply = this.cloud.answer(action, input);
        return fate === 'answered' ? reply : lost;
      },
      now: () => this.now,
      onTaken: (action, data) => {
        const { item } = data as { item: Stored & { id: string } };
        if (action === 'items.edit') this.revs.set(item.id, item.rev);
      },
      onRefused: (change, error) => this.refused.push({ change, code: error?.code }),
    });
  }
  kill(): void {
    this.queue = this.started();
  }
  add<A extends ChangeAction>(action: A, input: InputOf<A>): boolean {
    return this.queue.add(action, this.queue.upToDate(action, input), { about: '某个号', isTried: false });
  }
}

export const edit = (id: string, rev: number, changes: object) => ({ id, rev, changes });
