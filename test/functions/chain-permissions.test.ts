import { registry } from '../../cloudfunctions/chains/registry';
import { isAtLeast } from '../../cloudfunctions/core/chains/gate';
import { serve } from '../../cloudfunctions/core/gateway/gateway';
import type { ChainAction } from '../../typings/contract/api';
import type { ChainRole } from '../../typings/contract/chains';
import { organizeChain } from '../support/functions/chain-account';
import { type Cast, castChain, chainInputs } from '../support/functions/chain-inputs';
import { TestCloud } from '../support/functions/test-cloud';

/**
 * Who may do what, written down by hand: the least role. `self`: anybody, on what is their own. `own`: whose entry it is
 * or who made it, and nobody else; `entry`: an organizer too.
 */
const TABLE: Record<ChainAction, ChainRole | 'self' | 'own' | 'entry'> = {
  'chains.create': 'self',
  'chains.list': 'self',
  'chains.contacts': 'self',
  'chains.saveContacts': 'self',
  'chains.parse': 'self',
  'chains.noticeTemplates': 'self',
  'chains.subscribe': 'self',
  'chains.show': 'visitor',
  'chains.duplicate': 'visitor',
  'chains.entries': 'visitor',
  'chains.rounds': 'visitor',
  'chains.join': 'visitor',
  'chains.claim': 'visitor',
  'chains.code': 'visitor',
  'chains.shareCard': 'visitor',
  'chains.editEntry': 'entry',
  'chains.leave': 'own',
  'chains.confirm': 'entry',
  'chains.export': 'volunteer',
  'chains.statistics': 'volunteer',
  'chains.keyIn': 'volunteer',
  'chains.markPaid': 'volunteer',
  'chains.note': 'volunteer',
  'chains.roster': 'volunteer',
  'chains.previewReminder': 'volunteer',
  'chains.edit': 'organizer',
  'chains.steer': 'organizer',
  'chains.announce': 'organizer',
  'chains.history': 'organizer',
  'chains.remove': 'organizer',
  'chains.decide': 'organizer',
  'chains.remind': 'organizer',
  'chains.setRoster': 'organizer',
  'chains.enterLines': 'organizer',
  'chains.trash': 'owner',
  'chains.restore': 'owner',
  'chains.erase': 'owner',
  'chains.appoint': 'owner',
  'chains.transfer': 'owner',
};
const ROLES: ChainRole[] = ['visitor', 'participant', 'volunteer', 'organizer', 'owner'];
const actions = Object.keys(TABLE) as ChainAction[];
const ofOneChain = actions.filter(action => TABLE[action] !== 'self');

let cloud: TestCloud;
let cast: Cast;
let before: string;
beforeAll(async () => {
  cloud = await TestCloud.start();
  cast = await castChain(cloud);
  before = await cloud.database.dump();
});
afterAll(() => cloud.stop());

/** In the hands of the participant, whose entry the inputs name. */
const mayCall = (action: ChainAction, role: ChainRole): boolean => {
  const least = TABLE[action];
  if (least === 'self') return true;
  if (least === 'own') return role === 'participant';
  if (least === 'entry') return role === 'participant' || isAtLeast(role, 'organizer');
  return isAtLeast(role, least);
};

test('the registry has the actions of the table and no other', () => {
  expect(Object.keys(registry).sort()).toEqual([...actions].sort());
});

test.each(actions)('%s is refused without an identity, and to a timer', async action => {
  const event = { action, input: chainInputs(cast, 'nobody')[action] };
  const denied = { ok: false, error: { code: 'FORBIDDEN' } };
  expect(await cloud.cloud.invoke('chains', event)).toMatchObject({ result: denied });
  const environment = JSON.stringify({
    TRIGGER_SRC: 'timer',
    WX_CONTEXT_KEYS: '',
    TCB_CONTEXT_KEYS: 'TRIGGER_SRC',
  });
  expect(await serve(registry)(event, { environment })).toMatchObject(denied);
});

test('whoever is below the least role is refused, and nothing changes', async () => {
  for (const action of ofOneChain)
    for (const role of ROLES.filter(one => !mayCall(action, one))) {
      const reply = await cast.people[role].send({ action, input: chainInputs(cast, role)[action] });
      expect([action, role, reply]).toMatchObject([
        action,
        role,
        { ok: false, error: { code: 'FORBIDDEN' } },
      ]);
    }
  expect(await cloud.database.dump()).toBe(before);
});

test('a chain that waits for its check, one that is trashed and one that never was are the same to a stranger', async () => {
  const { owner, visitor } = cast.people;
  cloud.cloud.openapi({ errors: { 'security.msgSecCheck': { errcode: -1, errmsg: 'system error' } } });
  const { chainId: checking } = await organizeChain(owner);
  cloud.cloud.openapi({ errors: {} });
  const { chainId: trashed } = await organizeChain(owner);
  await owner.data('chains.trash', { chainId: trashed });
  expect((await cloud.database.find('chains', { _id: checking }))[0]).toMatchObject({ state: 'checking' });
  const calm = await cloud.database.dump();
  for (const chainId of [checking, trashed, 'AAAAAAAAAAAAAAAA'])
    for (const action of ofOneChain) {
      const input = { ...chainInputs(cast, 'stranger')[action], chainId };
      const reply = await visitor.send({ action, input });
      expect([action, reply]).toMatchObject([action, { ok: false, error: { code: 'NOT_FOUND' } }]);
    }
  expect(await cloud.database.dump()).toBe(calm);
});

test('of somebody else’s entry a participant can neither change, leave nor confirm anything', async () => {
  const { participant, organizer } = cast.people;
  const [other] = (await organizer.data('chains.entries', { chainId: cast.chainId })).items;
  for (const action of ['chains.editEntry', 'chains.leave', 'chains.confirm'] as const) {
    const input = { ...chainInputs(cast, 'other')[action], entryId: other?.entryId };
    const { ok } = await participant.send({ action, input });
    expect([action, ok]).toEqual([action, false]);
  }
});

/** What ends an entry or the chain comes last, in this order. */
const LAST: ChainAction[] = [
  ...(['chains.claim', 'chains.confirm', 'chains.leave', 'chains.remove', 'chains.edit'] as const),
  ...(['chains.erase', 'chains.restore', 'chains.trash', 'chains.transfer'] as const),
];

test('whoever has the least role may: it is not their role that any answer is about', async () => {
  for (const action of [...actions.filter(one => !LAST.includes(one)), ...LAST.slice(0, -2)])
    for (const role of ROLES.filter(one => mayCall(action, one))) {
      await cloud.cloud.advance('1s');
      const input = chainInputs(cast, `${role}-${action.slice(7)}`)[action];
      const reply = await cast.people[role].send({ action, input });
      const code = reply.ok ? 'ok' : reply.error.code;
      expect([action, role, code]).not.toEqual([
        action,
        role,
        expect.stringMatching(/FORBIDDEN|BAD_INPUT|INTERNAL|UNAVAILABLE/),
      ]);
    }
  const { owner, volunteer } = cast.people;
  const all = chainInputs(cast, 'last');
  expect(await volunteer.refusal('chains.transfer', all['chains.transfer'])).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect((await owner.data('chains.transfer', all['chains.transfer'])).chain.myRole).toBe('organizer');
  expect(await owner.refusal('chains.trash', all['chains.trash'])).toMatchObject({ code: 'FORBIDDEN' });
  await volunteer.data('chains.trash', all['chains.trash']);
});
