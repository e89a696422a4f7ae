import { setImmediate as turn } from 'node:timers/promises';
import { type ChainDocument, parseChain } from '../../../cloudfunctions/core/chains/document';
import { DatabaseOutage, type Query, type Update } from '../../../cloudfunctions/core/platform/database';
import { newBook } from '../../../cloudfunctions/core/seats/book';
import { compileFilter } from '../../../local/cloud/database/filter';
import { compileUpdate } from '../../../local/cloud/database/updates/update';
import type { Doc } from '../../../local/cloud/database/values';
import type { ChainDraft } from '../../../typings/contract/fields';

/** Chances of each request, 0–1: it fails; it takes effect and its reply is lost; it takes effect and its sender is dead. */
export interface SeatTrouble {
  error: number;
  lost: number;
  killed: number;
}

interface Pending {
  serve(): void;
}

/** As what goes over a wire: nothing is shared. */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value));

type Checked = (before: ChainDocument, after: ChainDocument) => void;

/**
 * One chain in memory, changed by the local database's own filters and updates. Everybody's requests stop here, and a random
 * number says whose goes next and what becomes of it, so that every order of them can happen and a seed brings it back.
 */
export class SeatWorld {
  now = 1_800_000_000_000;
  private readonly document: Doc;
  private pending: Pending[] = [];
  private random: () => number = () => 0;
  private trouble: SeatTrouble = { error: 0, lost: 0, killed: 0 };

  /** `check`: of every write that changed something. */
  constructor(
    settings: ChainDraft,
    private readonly check: Checked,
  ) {
    const chain = { _id: 'chain', request: 'r', state: 'open', createdAt: 0, rev: 1, settings, version: 1 };
    const lists = { staff: [], staffUids: [], outbox: [], log: [] };
    this.document = copyOf({ ...chain, ...lists, book: newBook(settings) }) as unknown as Doc;
  }

  get chain(): ChainDocument {
    return parseChain(copyOf(this.document));
  }

  find(): Promise<ChainDocument> {
    return this.request(() => this.chain);
  }

  change(match: Query, update: Update): Promise<ChainDocument | undefined> {
    return this.request(() => {
      if (!compileFilter(copyOf(match) as Doc)(this.document)) return undefined;
      const before = this.chain;
      const context = { filter: {}, arrayFilters: [], now: this.now, inserting: false };
      compileUpdate(copyOf(update) as Doc)(this.document, context);
      const after = this.chain;
      this.check(before, after);
      return after;
    });
  }

  /** Runs devices side by side until all are done or dead. */
  async run(trouble: SeatTrouble, random: () => number, devices: (() => Promise<void>)[]): Promise<void> {
    Object.assign(this, { trouble, random });
    const failures: unknown[] = [];
    for (const device of devices) device().catch(error => failures.push(error));
    for (let idle = 0; idle < 3 && failures.length === 0; idle += 1) {
      await turn();
      const [next] = this.pending.splice(Math.floor(random() * this.pending.length), 1);
      if (!next) continue;
      next.serve();
      idle = 0;
    }
    this.pending = [];
    if (failures.length > 0) throw failures[0];
  }

  private request<T>(effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.pending.push({ serve: () => this.serve(effect, resolve, reject) });
    });
  }

  private serve<T>(effect: () => T, resolve: (result: T) => void, reject: (failure: unknown) => void): void {
    const { error, lost, killed } = this.trouble;
    const chance = this.random();
    const outage = new DatabaseOutage('on purpose');
    try {
      const result = chance < error ? undefined : effect();
      if (chance < error + lost) reject(outage);
      // Nobody hears of what a killed instance did.
      else if (chance >= error + lost + killed) resolve(result as T);
    } catch (failure) {
      reject(failure);
    }
  }
}
