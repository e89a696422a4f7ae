import { registry } from '../../cloudfunctions/api/registry';
import { serve } from '../../cloudfunctions/core/gateway/gateway';
import type { ItemAction } from '../../typings/contract/api';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';
import { type Belongings, giveBelongings, validInputs } from '../support/functions/valid-inputs';

jest.setTimeout(240_000);

const actions = Object.keys(registry) as ItemAction[];
const forAdministrators = actions.filter(action => registry[action].who === 'administrator');

let cloud: TestCloud;
let owner: Account;
let belongings: Belongings;
let before: string;

beforeAll(async () => {
  cloud = await TestCloud.start();
  owner = cloud.person();
  belongings = await giveBelongings(owner);
  before = await ownDocuments();
});
afterAll(() => cloud.stop());

/** All that belongs to the owner. */
async function ownDocuments(): Promise<string> {
  const { uid } = await owner.data('me.show', {});
  const all = await Promise.all(
    ['items', 'batches', 'imports', 'import_rows', 'exports', 'logs'].map(name =>
      cloud.database.find(name, { owner: uid }),
    ),
  );
  return JSON.stringify([
    ...all,
    await cloud.database.find('reviews', { uids: uid }),
    await cloud.database.find('people', { _id: uid }),
    await cloud.database.find('limits', { _id: uid }),
  ]);
}

test.each(actions)('%s is refused without an identity', async action => {
  const event = { action, input: validInputs(belongings)[action] };
  const reply = await cloud.cloud.invoke('api', event);
  expect(reply).toMatchObject({ result: { ok: false, error: { code: 'FORBIDDEN' } } });
  expect(await ownDocuments()).toBe(before);
});

test.each(actions)('%s is refused to a timer', async action => {
  const environment = JSON.stringify({
    TRIGGER_SRC: 'timer',
    WX_CONTEXT_KEYS: '',
    TCB_CONTEXT_KEYS: 'TRIGGER_SRC',
  });
  const main = serve(registry);
  const reply = await main({ action, input: validInputs(belongings)[action] }, { environment });
  expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

test.each(actions)('%s of another person neither shows nor changes what is not theirs', async action => {
  const stranger = cloud.person();
  const reply = await stranger.send({ action, input: validInputs(belongings)[action] });
  expect(JSON.stringify(reply)).not.toMatch(/号1|号2|甲/);
  expect(await ownDocuments()).toBe(before);
});

test('the review queue is for administrators and nothing else is', () => {
  expect(forAdministrators).toEqual(['review.list', 'review.decide']);
});

test.each(forAdministrators)('%s is refused to everybody but an administrator', async action => {
  const input = validInputs(belongings)[action];
  for (const person of [owner, cloud.person()]) {
    expect(await person.send({ action, input })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    // Nor does a wrong input tell anything.
    expect(await person.send({ action, input: { x: 1 } })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  }
  expect(await ownDocuments()).toBe(before);
});

test('who is an administrator is told to nobody else', async () => {
  expect(await cloud.administrator().data('me.show', {})).toMatchObject({ administrator: true });
  expect(await owner.data('me.show', {})).toMatchObject({ administrator: false });
  expect((await cloud.administrator().data('home.show', {})).me.administrator).toBe(true);
  expect(await owner.data('me.change', {})).toMatchObject({ administrator: false });
});

test.each([
  'items.edit',
  'items.opened',
  'batches.preview',
  'batches.commit',
  'batches.advance',
  'batches.pause',
  'batches.resume',
  'batches.cancel',
  'batches.show',
  'batches.undo',
  'imports.rows',
  'imports.commit',
  'imports.undo',
] as const)('%s says of what is another person’s that there is no such thing', async action => {
  const stranger = cloud.person();
  const reply = await stranger.send({ action, input: validInputs(belongings)[action] });
  expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

test('what another person restores, erases or ticks of mine is nothing', async () => {
  const stranger = cloud.person();
  const ids = [belongings.trashedId];
  expect(await stranger.data('trash.restore', { ids })).toEqual({ restored: 0, gone: 1 });
  expect(await stranger.data('trash.erase', { ids, confirmed: true })).toEqual({ erased: 0 });
  expect(await stranger.data('trash.tick', { ids, done: true })).toEqual({ changed: 0 });
  expect(await ownDocuments()).toBe(before);
});

test('an identity in the event is not believed', async () => {
  const stranger = cloud.person();
  const event = {
    ...{ action: 'items.list', input: { kind: 'follow' }, openid: owner.openid, uid: owner.openid },
    userInfo: { openId: owner.openid },
  };
  expect(await stranger.send(event)).toMatchObject({ ok: true, data: { items: [] } });
});

test.each(['janitor', 'courier'])('%s refuses every client, whatever it says it is', async name => {
  const timer = { Type: 'Timer', TriggerName: name, Time: new Date().toISOString(), Message: '' };
  for (const caller of ['somebody', undefined]) {
    const reply = await cloud.cloud.invoke(name, timer, caller);
    expect(reply).toMatchObject({ result: { ok: false, error: { code: 'FORBIDDEN' } } });
  }
  expect(await cloud.runTimer(name)).toMatchObject({ ok: true });
});

test('every action can be called by its owner, those of administrators by one', async () => {
  for (const action of actions) {
    const caller = forAdministrators.includes(action) ? cloud.administrator() : owner;
    const reply = await caller.send({ action, input: validInputs(belongings)[action] });
    expect([action, reply]).toMatchObject([action, { ok: true }]);
  }
});
