import fs from 'node:fs';
import { type Database, openDatabase } from '../../../local/cloud/database';

/** What the writer has been told is stored: printed after the answer came, never before. */
export type Acknowledged =
  | { kind: 'insert'; id: string }
  | { kind: 'count'; value: number }
  | { kind: 'move'; id: string };

/** One hundred accounts' worth of money, moved around and never made. */
export const ACCOUNTS = 4;
export const MONEY = 1_000;

export const SCHEMA = {
  collections: {
    things: {
      indexes: [
        {
          name: 'worker',
          keys: [
            ['worker', 1],
            ['n', -1],
          ] as [string, number][],
        },
      ],
    },
    accounts: {},
    moves: { indexes: [{ name: 'pair', keys: [['pair', 1]] as [string, number][] }] },
  },
};

const WORKERS = 5;

const print = (line: Acknowledged | 'ready') => fs.writeSync(1, `${JSON.stringify(line)}\n`);

const sender = (database: Database) => (action: string, fields: object) =>
  database.handle({ action: `database.${action}`, ...fields });
type Send = ReturnType<typeof sender>;

async function insertForever(send: Send, worker: string): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = `${worker}-${n}`;
    await send('insertDocument', {
      collectionName: 'things',
      data: [JSON.stringify({ _id: id, worker, n })],
    });
    print({ kind: 'insert', id });
  }
}

async function countForever(send: Send): Promise<void> {
  for (;;) {
    const { data } = await send('modifyAndReturnDoc', {
      collectionName: 'things',
      query: '{"_id":"counter"}',
      data: '{"$inc":{"value":1}}',
    });
    const doc = JSON.parse((data as { doc: string }).doc) as { value: { $numberInt: string } };
    print({ kind: 'count', value: Number(doc.value.$numberInt) });
  }
}

/** A transaction over four documents: two accounts and two halves of a record. */
async function move(send: Send, n: number, life: string): Promise<void> {
  const { transactionId } = await send('startTransaction', {});
  const add = (account: number, amount: number) =>
    send('modifyDocument', {
      collectionName: 'accounts',
      query: JSON.stringify({ _id: account % ACCOUNTS }),
      data: JSON.stringify({ $inc: { money: amount } }),
      transactionId,
    });
  await add(n, -1);
  await add(n + 1, 1);
  const id = `${life}-${n}`;
  const data = ['left', 'right'].map(side => JSON.stringify({ _id: `${id}-${side}`, pair: id }));
  await send('insertDocument', { collectionName: 'moves', data, transactionId });
  await send('commitTransaction', { transactionId });
  print({ kind: 'move', id });
}

async function main([dir = '', life = '']: string[]): Promise<void> {
  const database = await openDatabase({ dir, schema: SCHEMA, now: Date.now });
  const send = sender(database);
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => JSON.stringify({ _id: i, money: MONEY }));
  // Already there when this is not the first life.
  await send('insertDocument', { collectionName: 'accounts', data: accounts }).catch(() => {});
  await send('insertDocument', {
    collectionName: 'things',
    data: ['{"_id":"counter","value":{"$numberInt":"0"}}'],
  }).catch(() => {});
  print('ready');
  const moves = async () => {
    for (let n = 0; ; n += 1) await move(send, n, life);
  };
  const inserts = Array.from({ length: WORKERS }, (_, i) => insertForever(send, `${life}w${i}`));
  await Promise.all([...inserts, countForever(send), moves()]);
}

if (require.main === module) void main(process.argv.slice(2));
