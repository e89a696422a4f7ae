import type { LocalCloud } from '../../../local/cloud';
import type { Action, DataOf, InputOf, Reply } from '../../../typings/contract/api';
import type { Refusal } from '../../../typings/contract/errors';
import type { ImportView } from '../../../typings/contract/imports';
import type { ItemDraft, ItemKind, ItemView } from '../../../typings/contract/items';

/** What of a local cloud a phone reaches; the cloud may run in another process. */
export type PhoneCloud = Pick<LocalCloud, 'url' | 'invoke'>;

/** The function that an event is meant for; one that names no action goes to `api`. */
export function functionOf(event: unknown): 'api' | 'chains' {
  const { action } = Object(event) as { action?: unknown };
  return typeof action === 'string' && action.startsWith('chains.') ? 'chains' : 'api';
}

/** One person's phone, as far as the server can tell. */
export class Account {
  constructor(
    readonly cloud: PhoneCloud,
    readonly openid: string,
  ) {}

  /** Whatever event, typed or not; the reply as it comes. Throws when the function itself failed. */
  async send(event: unknown): Promise<Reply<unknown>> {
    const answer = await this.cloud.invoke(functionOf(event), event, this.openid);
    if (!('result' in answer)) throw new Error(answer.errMsg);
    return answer.result as Reply<unknown>;
  }

  call<A extends Action>(action: A, input: InputOf<A>): Promise<Reply<DataOf<A>>> {
    return this.send({ action, input }) as Promise<Reply<DataOf<A>>>;
  }

  /** The data of a call that must not be refused. */
  async data<A extends Action>(action: A, input: InputOf<A>): Promise<DataOf<A>> {
    const reply = await this.call(action, input);
    if (!reply.ok) throw new Error(`${action} was refused: ${JSON.stringify(reply.error)}`);
    return reply.data;
  }

  /**
   * Tries until it is answered, as a phone does when the connection drops or the function died; the data. Throws on a
   * refusal that another try would not change.
   */
  async untilAnswered<A extends Action>(action: A, input: InputOf<A>): Promise<DataOf<A>> {
    for (;;) {
      const event = { action, input };
      const answer = await this.cloud.invoke(functionOf(event), event, this.openid);
      if (!('result' in answer)) continue;
      const reply = answer.result as Reply<DataOf<A>>;
      if (reply.ok) return reply.data;
      if (reply.error.code !== 'UNAVAILABLE') throw new Error(`${action}: ${JSON.stringify(reply.error)}`);
    }
  }

  /** The refusal of a call that must be refused. */
  async refusal<A extends Action>(action: A, input: InputOf<A>): Promise<Refusal> {
    const reply = await this.call(action, input);
    if (reply.ok) throw new Error(`${action} was answered: ${JSON.stringify(reply.data).slice(0, 300)}`);
    return reply.error;
  }

  /** Adds one item by hand. */
  async add(draft: Partial<ItemDraft> & { name: string }): Promise<ItemView> {
    return (await this.data('items.add', { draft: { kind: 'follow', ...draft } })).item;
  }

  /** Stages and commits a text; the import when it is done. */
  async import(kind: ItemKind, text: string, restoreTrashed = false): Promise<ImportView> {
    const staged = await this.data('imports.stage', { kind, source: { text } });
    return this.commitAll(staged.import, restoreTrashed);
  }

  /** Uploads, stages and commits a file of follows; the import when it is done. */
  async importFile(content: string): Promise<ImportView> {
    const source = { fileId: await this.uploadFile(content) };
    const staged = await this.data('imports.stage', { kind: 'follow', source });
    return this.commitAll(staged.import, false);
  }

  /** Puts a file into the person's folder of the cloud storage as `wx.cloud.uploadFile` does; its file id. */
  async uploadFile(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
    const { uid } = await this.data('me.show', {});
    const cloudPath = `imports/${uid}/${Math.random().toString(36).slice(2)}.csv`;
    const query = new URLSearchParams({ cloudPath, openid: this.openid });
    const response = await fetch(`${this.cloud.url}/storage/upload?${query}`, {
      method: 'POST',
      body: content,
    });
    return ((await response.json()) as { fileID: string }).fileID;
  }

  private async commitAll(staged: ImportView, restoreTrashed: boolean): Promise<ImportView> {
    let view = staged;
    while (view.state !== 'done') {
      const reply = await this.call('imports.commit', { importId: view.importId, restoreTrashed });
      if (reply.ok) view = reply.data.import;
      // A busy machine lets a request time out; the next call goes on where this one stopped.
      else if (reply.error.code !== 'UNAVAILABLE') throw new Error(JSON.stringify(reply.error));
    }
    return view;
  }

  /** `count` items with plain names, most recent first as the list shows them. */
  async seed(count: number, kind: ItemKind = 'follow', prefix = '号'): Promise<string[]> {
    const names = Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
    await this.import(kind, names.join('\n'));
    return this.ids(kind);
  }

  /** Ids of all live items of a kind, in list order. */
  async ids(kind: ItemKind = 'follow'): Promise<string[]> {
    return (await this.list(kind)).map(item => item.id);
  }

  async list(kind: ItemKind = 'follow'): Promise<ItemView[]> {
    return this.pages(cursor => this.data('items.list', { kind, limit: 100, ...cursor }));
  }

  /** All that 最近删除 shows. */
  async trash(): Promise<DataOf<'trash.list'>['items']> {
    return this.pages(cursor => this.data('trash.list', { limit: 100, ...cursor }));
  }

  /** Freezes and commits a batch of these ids. */
  async remove(ids: string[], kind: ItemKind = 'follow'): Promise<DataOf<'batches.commit'>> {
    const { batchId } = await this.data('batches.preview', { kind, selection: { ids } });
    return this.data('batches.commit', { batchId });
  }

  /** What is left of a limit today. */
  async remaining(policy: string): Promise<number> {
    const { quotas } = await this.data('limits.show', {});
    return quotas.find(quota => quota.policy === policy)?.remaining ?? Number.NaN;
  }

  private async pages<T>(
    read: (cursor: { cursor?: string }) => Promise<{ items: T[]; cursor?: string }>,
  ): Promise<T[]> {
    const all: T[] = [];
    let cursor: { cursor?: string } | undefined = {};
    while (cursor) {
      const page: { items: T[]; cursor?: string } = await read(cursor);
      all.push(...page.items);
      cursor = page.cursor === undefined ? undefined : { cursor: page.cursor };
    }
    return all;
  }
}
