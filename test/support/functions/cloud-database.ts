import { EJSON } from 'bson';
import declared from '../../../cloudfunctions/database.json';

/** A document as the database holds it. */
export type Stored = { _id: string } & Record<string, unknown>;

/** Every collection there is. */
const COLLECTIONS = Object.keys(declared.collections);
/** CloudBase's limit for one read. */
const PAGE = 1000;

/** Looks into a local cloud's database and prepares it, past the functions. */
export class CloudDatabase {
  constructor(private readonly url: string) {}

  /** Documents that match, all of them, by id. */
  async find(collectionName: string, query: object = {}): Promise<Stored[]> {
    const found: Stored[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const { data } = await this.request('database.getDocument', {
        ...{ collectionName, queryType: 'WHERE', query: EJSON.stringify(query), offset, limit: PAGE },
        order: JSON.stringify([{ field: '_id', direction: 'asc' }]),
      });
      const list = data['list'] as string[];
      found.push(...list.map(text => EJSON.parse(text) as Stored));
      if (list.length < PAGE) return found;
    }
  }

  async insert(collectionName: string, documents: object[]): Promise<void> {
    for (let start = 0; start < documents.length; start += PAGE) {
      const data = documents.slice(start, start + PAGE).map(document => EJSON.stringify(document));
      await this.request('database.insertDocument', { collectionName, data });
    }
  }

  /** Sets fields of all documents that match. */
  async set(collectionName: string, query: object, fields: object): Promise<void> {
    await this.request('database.modifyDocument', {
      ...{ collectionName, queryType: 'WHERE', multi: true, merge: true, upsert: false },
      ...{ query: EJSON.stringify(query), data: EJSON.stringify({ $set: fields }) },
    });
  }

  /** Everything there is, to be compared with what is there later. */
  async dump(): Promise<string> {
    const all: Record<string, Stored[]> = {};
    for (const name of COLLECTIONS) all[name] = await this.find(name);
    return JSON.stringify(all);
  }

  private async request(action: string, body: object): Promise<{ data: Record<string, unknown> }> {
    const response = await fetch(`${this.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, envName: 'test', ...body }),
    });
    const reply = (await response.json()) as { code?: string; message?: string; data: object };
    if (reply.code !== undefined) throw new Error(`${action}: ${reply.code} ${reply.message}`);
    return { data: reply.data as Record<string, unknown> };
  }
}
