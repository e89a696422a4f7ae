import { itemIdOf } from '../../../cloudfunctions/core/items/document';
import { uidOf } from '../../../cloudfunctions/core/platform/crypto';
import type { Action, DataOf, InputOf, Reply } from '../../../typings/contract/api';
import type { ItemKind } from '../../../typings/contract/items';
import type { Account } from './account';
import type { Batch, Event } from './account-model';
import type { InterleavedCloud } from './interleaved-cloud';
import type { Command } from './model-commands';

export const KINDS: ItemKind[] = ['follow', 'like', 'favorite'];
export const NAMES = ['甲', '乙', '丙', '丁'];
/** A call that fails this often does not fail by chance. */
const TRIES = 200;

export type Verb = 'commit' | 'pause' | 'resume' | 'cancel' | 'advance' | 'undo' | 'courier';

/** One person's devices: they send commands, again and again while no answer comes. */
export class ModelDevices {
  readonly account: Account;
  readonly uid: string;
  readonly batchIds: string[] = [];
  /** Batches frozen and commands given to batches since the last `rest`. */
  readonly frozen = new Map<number, Batch>();
  steered: [batch: number, verb: Verb][] = [];
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly cloud: InterleavedCloud,
    openid: string,
  ) {
    this.account = cloud.person(openid);
    this.uid = uidOf(openid);
    for (const kind of KINDS)
      for (const name of NAMES) this.keys.set(this.idOf(kind, name), `${kind} ${name}`);
  }

  rest(): void {
    this.frozen.clear();
    this.steered = [];
  }

  /** Kind and name as added, of an item's id. */
  keyOf(id: string): string {
    return this.keys.get(id) ?? id;
  }

  batchOf(batchId: string): number {
    return this.batchIds.indexOf(batchId);
  }

  /** Does it until it is answered; what then has happened once. */
  async perform(command: Command): Promise<Event[]> {
    switch (command.do) {
      case 'add': {
        const { kind, name, tags } = command;
        await this.call('items.add', { draft: { kind, name, tags } });
        return [model => model.add(`${kind} ${name}`, tags)];
      }
      case 'edit': {
        const { kind, name, changes } = command;
        await this.call('items.edit', { id: this.idOf(kind, name), changes });
        return [model => model.edit(`${kind} ${name}`, changes)];
      }
      case 'restore':
      case 'erase':
        return this.restoreOrErase(command);
      case 'import':
        return this.import(command);
      case 'preview':
      case 'remove':
        return this.freeze(command);
      case 'janitor':
      case 'courier':
        return this.runTimer(command.do);
      default:
        return this.steer(command.do, this.batchIds.length - 1 - command.back);
    }
  }

  private async restoreOrErase({
    do: type,
    kind,
    names,
  }: Extract<Command, { do: 'restore' | 'erase' }>): Promise<Event[]> {
    const ids = names.map(name => this.idOf(kind, name));
    if (type === 'restore') await this.call('trash.restore', { ids });
    else await this.call('trash.erase', { ids, confirmed: true });
    return [
      model =>
        names.forEach(name => {
          model[type](`${kind} ${name}`);
        }),
    ];
  }

  private async import({
    kind,
    names,
    tag,
    restoreTrashed,
  }: Extract<Command, { do: 'import' }>): Promise<Event[]> {
    const text = ['名称,标签', ...names.map(name => `${name},${tag}`)].join('\n');
    const staged = await this.call('imports.stage', { kind, source: { text } });
    if (!staged.ok) throw new Error(JSON.stringify(staged.error));
    const { importId } = staged.data.import;
    for (let state = ''; state !== 'done'; ) {
      const committed = await this.call('imports.commit', { importId, restoreTrashed });
      if (!committed.ok) throw new Error(JSON.stringify(committed.error));
      state = committed.data.import.state;
    }
    return [
      model =>
        names.forEach(name => {
          model.import(`${kind} ${name}`, tag, restoreTrashed);
        }),
    ];
  }

  private async freeze({
    do: type,
    kind,
    names,
  }: Extract<Command, { do: 'preview' | 'remove' }>): Promise<Event[]> {
    const selection = names === 'all' ? { filter: {} } : { ids: names.map(name => this.idOf(kind, name)) };
    const preview = await this.call('batches.preview', { kind, selection });
    if (!preview.ok) return [];
    const { batchId, sample } = preview.data;
    const id = this.batchIds.push(batchId) - 1;
    const keys = sample.map(item => this.keyOf(item.id));
    const counts = { handled: 0, removed: { least: 0, most: 0 } };
    this.frozen.set(id, { kind, keys, state: 'frozen', ...counts });
    return type === 'remove' ? this.steer('commit', id) : [];
  }

  private async steer(verb: Exclude<Verb, 'courier'>, id: number): Promise<Event[]> {
    const batchId = this.batchIds[id];
    if (batchId === undefined) return [];
    this.steered.push([id, verb]);
    await this.call(`batches.${verb}`, { batchId });
    return verb === 'undo' ? [model => model.undo(id)] : [];
  }

  private async runTimer(name: 'janitor' | 'courier'): Promise<Event[]> {
    if (name === 'courier') this.steered.push([-1, 'courier']);
    for (let tries = 0; tries < TRIES; tries += 1) {
      if ('result' in (await this.cloud.invoke(name, {}))) return [];
    }
    throw new Error(`${name} never came to its end`);
  }

  /** Calls until it is answered: with data, or with a refusal that is none of the cloud's troubles. */
  private async call<A extends Action>(action: A, input: InputOf<A>): Promise<Reply<DataOf<A>>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await this.cloud.invoke('api', { action, input }, this.account.openid);
      if (!('result' in answer)) continue;
      const reply = answer.result as Reply<DataOf<A>>;
      if (reply.ok || !['UNAVAILABLE', 'INTERNAL'].includes(reply.error.code)) return reply;
      if (reply.error.code === 'INTERNAL') throw new Error(`${action} failed: ${this.cloud.lastWords()}`);
    }
    throw new Error(`${action} was never answered`);
  }

  idOf(kind: ItemKind, name: string): string {
    return itemIdOf(this.uid, { kind, name });
  }
}
