import type { BatchDocument } from '../../../cloudfunctions/core/batches/document';
import { newItem } from '../../../cloudfunctions/core/items/document';
import type { BatchState } from '../../../typings/contract/batches';
import type { ItemKind } from '../../../typings/contract/items';
import { AccountModel, type Event } from './account-model';
import { type InterleavedCloud, NO_TROUBLE, type Trouble } from './interleaved-cloud';
import type { Step } from './model-commands';
import { ModelDevices, NAMES, type Verb } from './model-devices';
import { adopted, type Seen } from './model-worlds';

/** Chances by how much goes wrong. */
const TROUBLES: Trouble[] = [
  NO_TROUBLE,
  { error: 0, lost: 0, killed: 0.1 },
  { error: 0.04, lost: 0.08, killed: 0 },
  { error: 0.03, lost: 0.05, killed: 0.06 },
];
const PREVIEW_MS = 10 * 60_000;

/** What of a batch's document is compared. */
type StoredBatch = Pick<BatchDocument, 'state' | 'position' | 'total' | 'removed' | 'left' | 'undone'>;

/** From where to where each command can bring a batch; `work`: what a running one does by itself. */
const MOVES: Record<Verb | 'work', [from: BatchState[], to: BatchState[]]> = {
  commit: [['frozen'], ['running']],
  pause: [['running', 'waiting'], ['paused']],
  resume: [['paused'], ['running']],
  cancel: [['frozen', 'running', 'paused', 'waiting'], ['cancelled']],
  undo: [['running', 'paused', 'waiting'], ['cancelled']],
  advance: [['waiting'], ['running']],
  courier: [['waiting'], ['running']],
  // A slice that was the last one ends a batch that was stopped at that moment.
  work: [['running'], ['done', 'waiting']],
};

type Work = Exclude<Step, { waitMs: number }>;

const STEERING = ['undo', 'cancel', 'pause', 'resume'];

/**
 * Spared: a run that is stopped or undone between two of its writes and dies at that very moment. What it moved is in
 * the trash, where its owner finds it, but not in the batch's counts.
 */
function troubleOf({ commands, trouble }: Work): Trouble {
  const isStopped = commands.length > 1 && commands.some(command => STEERING.includes(command.do));
  return (isStopped ? undefined : TROUBLES[trouble]) ?? NO_TROUBLE;
}

/** Where commands can bring a batch, in whatever order and however often each is repeated. */
function reachable(from: BatchState, verbs: Verb[]): Set<BatchState> {
  const moves = [...verbs, 'work' as const].map(verb => MOVES[verb]);
  const states = new Set([from]);
  for (const state of states) {
    const next = moves.flatMap(([before, after]) => (before.includes(state) ? after : []));
    for (const reached of next) states.add(reached);
  }
  return states;
}

/** One person's devices, and the model of what they should see. */
export class ModelRun {
  readonly devices: ModelDevices;
  model = new AccountModel();

  constructor(
    private readonly cloud: InterleavedCloud,
    openid: string,
  ) {
    this.devices = new ModelDevices(cloud, openid);
  }

  /** Gives the person one item of each name. */
  async begin(kind: ItemKind): Promise<void> {
    const items = NAMES.map(name => newItem(this.devices.uid, { kind, name }, this.cloud.now));
    await this.cloud.insert('items', items);
    for (const name of NAMES) this.model.add(`${kind} ${name}`, []);
  }

  async take(step: Step): Promise<void> {
    if ('waitMs' in step) return this.wait(step.waitMs);
    const from = this.cloud.now;
    this.devices.rest();
    const clients = step.commands.map(command => () => this.devices.perform(command));
    const happened = (await this.cloud.run(troubleOf(step), ...clients)).flat();
    for (const [id, batch] of this.devices.frozen) this.model.batches.set(id, batch);
    const batches = await this.followBatches();
    this.model.span = [from, this.cloud.now];
    for (const [id, { position }] of batches) {
      if (position > (this.model.batches.get(id)?.handled ?? 0))
        happened.push(model => model.progress(id, position));
    }
    await this.learn(happened, step.commands.length > 1);
    for (const [id, batch] of batches) this.checkBatch(id, batch, step);
  }

  /** Everything of the person's as the database holds it; what nobody can see any more is left out. */
  async seen(): Promise<Map<string, Seen>> {
    const items = await this.cloud.find('items', { owner: this.devices.uid });
    const visible = items.filter(
      item => item['state'] === 'live' || Number(item['purgeAt']) > this.cloud.now,
    );
    return new Map(
      visible.map(item => {
        const { state, tags, note, starred, protected: isProtected, batchId } = item;
        const batch = state === 'trashed' ? this.devices.batchOf(String(batchId)) : undefined;
        return [
          this.devices.keyOf(item._id),
          { state, tags, note, starred, protected: isProtected, batch } as Seen,
        ];
      }),
    );
  }

  private async learn(events: Event[], isRace: boolean): Promise<void> {
    if (!isRace && events.length <= 1) for (const event of events) event(this.model);
    else this.model = adopted(this.model, events, await this.seen());
  }

  private checkBatch(id: number, stored: StoredBatch, { commands }: Work): void {
    const batch = this.model.batches.get(id);
    if (!batch) return;
    const verbs = this.devices.steered.flatMap(([which, verb]) =>
      which === id || verb === 'courier' ? [verb] : [],
    );
    const allowed = reachable(batch.state, verbs);
    const [verb] = verbs;
    const isMoved =
      commands.length === 1 &&
      verb &&
      verb !== 'courier' &&
      verb !== 'advance' &&
      MOVES[verb][0].includes(batch.state);
    if (isMoved) allowed.delete(batch.state);
    const { state, position: handled, total, removed, left } = stored;
    const isRight =
      allowed.has(state) &&
      handled === batch.handled &&
      total === batch.keys.length &&
      removed + left === handled;
    const isCounted = batch.removed.least <= removed && removed <= batch.removed.most;
    const isEnded = state !== 'done' || handled === total;
    const isBack = !stored.undone || this.model.inTrash(thing => thing.batch === id).length === 0;
    if (!isRight || !isCounted || !isEnded || !isBack)
      throw new Error(`batch ${JSON.stringify(stored)} after ${verbs} of ${JSON.stringify(batch)}`);
    Object.assign(batch, { state, removed: { least: removed, most: removed } });
  }

  /** Batches that were touched or may go on: how they stand once nobody works on them. */
  private async followBatches(): Promise<Map<number, StoredBatch>> {
    const stored = new Map<number, StoredBatch>();
    for (const [id, { state }] of this.model.batches) {
      const isTouched = this.devices.steered.some(([which, verb]) => which === id || verb === 'courier');
      const batchId = this.devices.batchIds[id];
      if (!isTouched || batchId === undefined || state === 'done') continue;
      let batch = await this.storedBatch(batchId);
      while (batch?.state === 'running') {
        await this.cloud.run(NO_TROUBLE, () => this.devices.account.data('batches.advance', { batchId }));
        batch = await this.storedBatch(batchId);
      }
      // Long after its end a batch is forgotten.
      if (batch) stored.set(id, batch);
      else if (state !== 'cancelled') throw new Error(`batch ${id} is gone`);
    }
    return stored;
  }

  private async storedBatch(batchId: string): Promise<StoredBatch | undefined> {
    const [batch] = await this.cloud.find('batches', { _id: batchId });
    return batch as StoredBatch | undefined;
  }

  private wait(ms: number): void {
    this.cloud.now += ms;
    this.model.expire(this.cloud.now);
    if (ms < PREVIEW_MS) return;
    for (const [id, { state }] of this.model.batches) if (state === 'frozen') this.model.batches.delete(id);
  }
}
