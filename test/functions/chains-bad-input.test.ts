import fc from 'fast-check';
import { registry } from '../../cloudfunctions/chains/registry';
import type { ChainAction, Reply } from '../../typings/contract/api';
import type { ChainDraft } from '../../typings/contract/fields';
import type { Account } from '../support/functions/account';
import { brokenInputs, pathsIn, replaced } from '../support/functions/broken-inputs';
import { choiceField, draftOf, textField } from '../support/functions/chain-account';
import { type Cast, castChain, chainInputs } from '../support/functions/chain-inputs';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
let cast: Cast;
let owner: Account;
let before: string;
beforeAll(async () => {
  cloud = await TestCloud.start();
  cast = await castChain(cloud);
  owner = cast.people.owner;
  before = await cloud.database.dump();
});
afterEach(async () => {
  expect(await cloud.database.dump()).toBe(before);
});
afterAll(() => cloud.stop());

const actions = Object.keys(registry) as ChainAction[];
const CODES = ['BAD_INPUT', 'TOO_LARGE'];

function expectRefused(reply: Reply<unknown>, event: unknown): void {
  const what = JSON.stringify(event)?.slice(0, 400);
  if (reply.ok) throw new Error(`was answered: ${what}`);
  if (!CODES.includes(reply.error.code)) throw new Error(`${JSON.stringify(reply.error)}: ${what}`);
  expect(reply.error.message).toMatch(/\p{Script=Han}/u);
}

test('an input with one wrong or unknown field is refused and changes nothing', async () => {
  let calls = 0;
  const broken = fc
    .constantFrom(...actions)
    .chain(action =>
      fc.record({ action: fc.constant(action), input: brokenInputs(chainInputs(cast, 'bad')[action]) }),
    );
  const property = fc.asyncProperty(broken, async event => {
    calls += 1;
    // Nobody may call more than 240 times a minute.
    if (calls % 200 === 0) await cloud.cloud.advance('61s');
    expectRefused(await owner.send(event), event);
  });
  await fc.assert(property, { numRuns: 250, seed: 4 });
});

test('every field of every action refuses an operator', async () => {
  const inputs = chainInputs(cast, 'operator');
  const events = actions.flatMap(action =>
    pathsIn(inputs[action]).map(path => ({ action, input: replaced(inputs[action], path, { $gt: '' }) })),
  );
  for (const [index, event] of events.entries()) {
    if (index % 200 === 0) await cloud.cloud.advance('61s');
    expectRefused(await owner.send(event), event);
  }
});

const option = (id: string) => ({ id, label: id });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

test.each<[string, Partial<ChainDraft>, number]>([
  ['a title of 61 characters', { title: '长'.repeat(61) }, 60],
  ['a description of 2,001', { description: '长'.repeat(2001) }, 2000],
  ['21 fields', { fields: many(21, index => textField({ id: `f${index}` })) }, 20],
  ['51 options', { fields: [{ ...choiceField({}), options: many(51, index => option(`o${index}`)) }] }, 50],
  ['10 pictures', { images: many(10, index => `cloud://env/chains/me/${index}.png`) }, 9],
])('%s are refused, and the limit is named', async (_name, given, max) => {
  const input = { requestId: 'request-size', draft: draftOf(given) };
  expect(await owner.refusal('chains.create', input)).toMatchObject({ code: 'TOO_LARGE', max });
});

const recurrence = { weekdays: [1], from: '2025-01-01', until: '2025-12-31', skip: [], makeUps: 0 };

test.each<[string, Partial<ChainDraft>]>([
  ['draft.capacity', { capacity: 2001 }],
  ['draft.perPerson', { perPerson: 100 }],
  ['draft.title', { title: ' \u0007 ' }],
  ['draft.fields.0', { fields: [{ ...textField(), options: [option('a')] }] }],
  ['draft.fields.0', { fields: [{ ...choiceField({ a: 1 }), counted: true }] }],
  ['draft.fields.0', { fields: [textField({ max: 101 })] }],
  ['draft.fields.0.options', { fields: [{ ...choiceField({}), options: [option('a'), option('a')] }] }],
  ['draft.fields', { fields: [textField(), textField()] }],
  ['draft.closesAt', { opensAt: 1_900_000_000_000, closesAt: 1_900_000_000_000 }],
  ['draft.closesAt', { closesAt: 1_600_000_000_000 }],
  ['draft.recurrence.from', { recurrence: { ...recurrence, from: '2025-02-30' } }],
  ['draft.recurrence', { recurrence: { ...recurrence, until: '2026-01-03' } }],
  ['draft.recurrence', { recurrence: { ...recurrence, until: '2025-01-05' } }],
])('%s is named when it is wrong: %j', async (path, given) => {
  const input = { requestId: 'request-wrong', draft: draftOf(given) };
  expect(await owner.refusal('chains.create', input)).toMatchObject({ code: 'BAD_INPUT', path });
});

test('a cursor of another list, or none at all, is refused', async () => {
  const { chainId } = cast;
  const other = Buffer.from('["joined",1,"AAAAAAAAAAAAAAAA"]').toString('base64url');
  for (const cursor of [other, 'bm90IGpzb24', Buffer.from('{"$gt":1}').toString('base64url')]) {
    const list = { action: 'chains.list', input: { scope: 'organized', cursor } };
    expectRefused(await owner.send(list), list);
    const history = { action: 'chains.history', input: { chainId, cursor } };
    expectRefused(await owner.send(history), history);
  }
});
