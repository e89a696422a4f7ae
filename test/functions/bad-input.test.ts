import fc from 'fast-check';
import { registry } from '../../cloudfunctions/api/registry';
import type { ItemAction, Reply } from '../../typings/contract/api';
import type { Account } from '../support/functions/account';
import { brokenInputs, pathsIn, replaced } from '../support/functions/broken-inputs';
import { TestCloud } from '../support/functions/test-cloud';
import { type Belongings, giveBelongings, validInputs } from '../support/functions/valid-inputs';

jest.setTimeout(300_000);

let cloud: TestCloud;
let owner: Account;
let belongings: Belongings;
let before: string;

beforeAll(async () => {
  cloud = await TestCloud.start();
  owner = cloud.person();
  belongings = await giveBelongings(owner);
  before = await cloud.database.dump();
});
afterEach(async () => {
  expect(await cloud.database.dump()).toBe(before);
});
afterAll(() => cloud.stop());

const CODES = ['BAD_INPUT', 'TOO_LARGE'];

/** Sends it as somebody who may call the action. */
const send = (event: { action: ItemAction; input: unknown }): Promise<Reply<unknown>> =>
  (registry[event.action].who === 'administrator' ? cloud.administrator() : owner).send(event);

function expectRefused(reply: Reply<unknown>, event: unknown): void {
  const what = JSON.stringify(event)?.slice(0, 400);
  if (reply.ok) throw new Error(`was answered: ${what}`);
  if (!CODES.includes(reply.error.code)) throw new Error(`${JSON.stringify(reply.error)}: ${what}`);
  expect(reply.error.message).toMatch(/\p{Script=Han}/u);
}

const actions = Object.keys(registry) as ItemAction[];

const broken = fc
  .constantFrom(...actions)
  .chain(action =>
    fc.record({ action: fc.constant(action), input: brokenInputs(validInputs(belongings)[action]) }),
  );

test('an input with one wrong or unknown field is refused and changes nothing', async () => {
  let calls = 0;
  const property = fc.asyncProperty(broken, async event => {
    calls += 1;
    // Nobody may call more than 240 times a minute.
    if (calls % 200 === 0) await cloud.cloud.advance('61s');
    expectRefused(await send(event), event);
  });
  await fc.assert(property, { numRuns: 500 });
});

test('every field of every action refuses an operator', async () => {
  const events = actions.flatMap(action => {
    const input = validInputs(belongings)[action];
    return pathsIn(input).map(path => ({ action, input: replaced(input, path, { $gt: '' }) }));
  });
  await cloud.cloud.advance('61s');
  for (const event of events) expectRefused(await send(event), event);
  await cloud.cloud.advance('61s');
});

test('a field that must be there is missed by name', async () => {
  expect(await owner.send({ action: 'trash.erase', input: { ids: [belongings.trashedId] } })).toMatchObject({
    error: { code: 'BAD_INPUT', path: 'confirmed' },
  });
  expect(
    await owner.send({ action: 'batches.preview', input: { kind: 'follow', selection: { ids: [7] } } }),
  ).toMatchObject({ error: { code: 'BAD_INPUT', path: 'selection.ids.0', expected: 'string' } });
});

test('there are no actions but those of the registry', async () => {
  const names = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'items', 'items.list ', ''),
    fc.string(),
    fc.jsonValue().filter(value => typeof value !== 'string' || !Object.hasOwn(registry, value)),
  );
  const property = fc.asyncProperty(names, async action => {
    const reply = await owner.send({ action, input: {} });
    expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', path: 'action' } });
  });
  await fc.assert(property, { numRuns: 50 });
});

test.each([[[]], [['items.list']], ['items.list'], [7], [true]])('the event %j is refused', async event => {
  expectRefused(await owner.send(event), event);
});

test.each([[[]], [null], ['{}'], [7], [[{ kind: 'follow' }]]])('the input %j is refused', async input => {
  for (const action of ['home.show', 'items.list', 'me.change'])
    expectRefused(await owner.send({ action, input }), { action, input });
});

test('an event above 100 KB is refused by its size, whatever is in it', async () => {
  const reply = await owner.send({
    action: 'items.list',
    input: { kind: 'follow', filter: 'x'.repeat(102_400) },
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'TOO_LARGE', max: 102_400 } });
  const deep = '['.repeat(500) + ']'.repeat(500);
  expectRefused(await owner.send({ action: 'me.change', input: JSON.parse(deep) }), 'deep');
});

test('a cursor of another list, or none at all, is refused', async () => {
  const { cursor = '' } = await owner.data('items.list', { kind: 'follow', limit: 1 });
  expect(cursor).not.toBe('');
  const broken = [cursor.slice(0, -3), 'bm90IGpzb24', Buffer.from('{"$gt":1}').toString('base64url')];
  for (const text of [...broken, cursor]) {
    expectRefused(
      await owner.send({ action: 'items.list', input: { kind: 'follow', sort: 'name', cursor: text } }),
      text,
    );
    expectRefused(await owner.send({ action: 'trash.list', input: { cursor: text } }), text);
    expectRefused(await send({ action: 'review.list', input: { state: 'open', cursor: text } }), text);
    expectRefused(
      await owner.send({ action: 'imports.rows', input: { importId: belongings.importId, cursor: text } }),
      text,
    );
  }
});

test('a reply never repeats what was sent', async () => {
  const secret = 'a-secret-value';
  const reply = await owner.send({ action: 'items.list', input: { kind: secret, [secret]: secret } });
  expect(JSON.stringify(reply)).not.toContain(secret);
});
