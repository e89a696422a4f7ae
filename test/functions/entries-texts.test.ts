import type { Account } from '../support/functions/account';
import { join, newRequest, organizeChain, phoneField, textField } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());
afterEach(() => cloud.cloud.openapi({ errors: {} }));

const API = 'security.msgSecCheck';
const fields = [textField(), phoneField(), textField({ id: 'illness', personal: true })];

/** WeChat does not answer until the next test. */
const silence = (): void =>
  cloud.cloud.openapi({ errors: { [API]: { errcode: -1, errmsg: 'system error' } } });

const mine = async (person: Account, chainId: string) =>
  (await person.data('chains.show', { chainId })).chain.mine[0];

const shown = async (reader: Account, chainId: string) =>
  (await reader.data('chains.show', { chainId })).entries.items[0];

/** What WeChat was asked about in this person's name. */
const asked = (person: Account): string[] =>
  cloud.cloud
    .sent({ api: API, openid: person.openid })
    .map(({ parameters }) => String(parameters['content']));

test('a text that WeChat refuses is not taken, and takes no place', async () => {
  const { chainId } = await organizeChain(cloud.person(), { fields });
  const person = cloud.person();
  const bad = { answers: { remark: '违规测试' } };
  for (const given of [bad, { name: '违规测试' }]) {
    const input = { chainId, requestId: newRequest(), name: '李雷', answers: {}, ...given };
    expect(await person.refusal('chains.join', input)).toMatchObject({ code: 'CONTENT_REFUSED' });
  }
  expect((await person.data('chains.show', { chainId })).chain).toMatchObject({ joined: 0, mine: [] });
  expect(await cloud.database.find('entries', { chain: chainId })).toEqual([]);
  const { entryId } = await join(person, chainId);
  const edit = { chainId, entryId, ...bad };
  expect(await person.refusal('chains.editEntry', edit)).toMatchObject({ code: 'CONTENT_REFUSED' });
  expect((await mine(person, chainId))?.answers).toEqual({});
});

test('a reason that is shown to the person is checked, and a bad one removes and declines nobody', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { approval: true });
  const { entryId } = await join(cloud.person(), chainId);
  const reason = '违规测试';
  const decline = { chainId, entryIds: [entryId], approve: false, reason };
  expect((await owner.refusal('chains.decide', decline)).code).toBe('CONTENT_REFUSED');
  expect((await owner.refusal('chains.remove', { chainId, entryId, reason })).code).toBe('CONTENT_REFUSED');
  silence();
  expect((await owner.refusal('chains.remove', { chainId, entryId, reason: '人数不够' })).code).toBe(
    'UNAVAILABLE',
  );
  expect((await shown(owner, chainId))?.status).toBe('asking');
});

test('names and texts are checked together, numbers and what is personal not at all', async () => {
  const { chainId } = await organizeChain(cloud.person(), { fields });
  const [person, other] = [cloud.person(), cloud.person()];
  const answers = { remark: '靠窗', phone: '13812345678', illness: '花生过敏' };
  await join(person, chainId, { name: '李雷', answers });
  expect(asked(person)).toEqual(['李雷\n靠窗']);
  await join(other, chainId, { name: '007', answers: { remark: '12:30' } });
  expect(asked(other)).toEqual([]);
});

test('who maker and person are is checked, too, when somebody is entered by somebody else', async () => {
  const { chainId } = await organizeChain(cloud.person(), { fields });
  const person = cloud.person();
  const input = { chainId, requestId: newRequest(), name: '李小明', answers: {}, forOther: true };
  const refusal = await person.refusal('chains.join', { ...input, byName: '违规测试' });
  expect(refusal.code).toBe('CONTENT_REFUSED');
  const { entry } = await person.data('chains.join', { ...input, byName: '李妈妈' });
  expect(entry).toMatchObject({ by: '李妈妈', mine: 'for-other' });
});

test('a text that nobody could check is for organizers and its person, until it is asked about again', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { fields });
  const [person, visitor] = [cloud.person(), cloud.person()];
  silence();
  const entry = await join(person, chainId, { name: '李雷', answers: { remark: '靠窗' } });
  expect(entry).toMatchObject({ status: 'in', checking: true, name: '李雷' });
  expect(await shown(owner, chainId)).toMatchObject({ checking: true, answers: { remark: '靠窗' } });
  expect(await shown(visitor, chainId)).toMatchObject({ name: '李*', answers: {} });
  const search = { chainId, search: '李' };
  expect((await visitor.data('chains.entries', search)).items).toEqual([]);
  expect((await owner.data('chains.entries', search)).items).toHaveLength(1);

  // At most once a minute, and in the person's own call only.
  const before = asked(person).length;
  cloud.cloud.openapi({ errors: {} });
  await mine(person, chainId);
  await shown(owner, chainId);
  expect(asked(person)).toHaveLength(before);
  await cloud.cloud.advance('61s');
  await shown(owner, chainId);
  expect(asked(person)).toHaveLength(before);
  expect(await mine(person, chainId)).not.toHaveProperty('checking');
  expect(asked(person)).toHaveLength(before + 1);
  expect(await shown(visitor, chainId)).toMatchObject({ name: '李雷', answers: { remark: '靠窗' } });
  await cloud.cloud.advance('61s');
  await mine(person, chainId);
  expect(asked(person)).toHaveLength(before + 1);
});

test('a text that WeChat wants a person to look at stays hidden until it is changed', async () => {
  const { chainId } = await organizeChain(cloud.person(), { fields });
  const [person, visitor] = [cloud.person(), cloud.person()];
  const { entryId } = await join(person, chainId, { name: '李雷', answers: { remark: '复审测试' } });
  await cloud.cloud.advance('61s');
  expect(await mine(person, chainId)).toMatchObject({ checking: true });
  expect(await shown(visitor, chainId)).toMatchObject({ name: '李*', answers: {} });
  const edit = { chainId, entryId, answers: { remark: '靠窗' } };
  const { entry } = await person.data('chains.editEntry', edit);
  expect(entry).not.toHaveProperty('checking');
  expect(await shown(visitor, chainId)).toMatchObject({ name: '李雷', answers: { remark: '靠窗' } });
});

test('many that were keyed in together are asked about together, and a doubtful one does not keep the others', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const visitor = cloud.person();
  const lines = Array.from({ length: 12 }, (_, index) => ({ name: `甲${index}`, places: 1 }));
  const enters = (some: typeof lines) =>
    owner.data('chains.enterLines', { chainId, requestId: newRequest(), lines: some });
  const list = async (reader: Account) => (await reader.data('chains.entries', { chainId })).items;
  silence();
  await enters(lines);
  expect((await list(visitor)).map(({ name }) => name)).toEqual(lines.map(() => '甲*'));
  cloud.cloud.openapi({ errors: {} });
  await cloud.cloud.advance('61s');
  const before = asked(owner).length;
  expect(await cloud.callsOf(() => list(owner))).toBe(3);
  expect(asked(owner)).toHaveLength(before + 1);
  expect((await list(visitor)).map(({ name }) => name)).toEqual(lines.map(({ name }) => name));

  silence();
  await enters([
    { name: '复审测试', places: 1 },
    ...lines.map(({ name }) => ({ name: `乙${name}`, places: 1 })),
  ]);
  cloud.cloud.openapi({ errors: {} });
  for (let minute = 0; minute < 4; minute += 1) {
    await cloud.cloud.advance('61s');
    const start = asked(owner).length;
    await list(owner);
    expect(asked(owner).length - start).toBeLessThanOrEqual(6);
  }
  const hidden = (await list(visitor)).filter(({ name }) => name.endsWith('*'));
  expect(hidden.map(({ name }) => name)).toEqual(['复*']);
});

test('long texts are checked in calls of 2,500 characters, all of them', async () => {
  const owner = cloud.person();
  const labels = Array.from({ length: 20 }, (_, index) => `${index}${'长'.repeat(24)}`);
  const texts = [...labels.slice(1), '违规测试'].map((label, index) => textField({ id: `f${index}`, label }));
  const draft = { title: '很长', organizerName: '王姐', description: '长'.repeat(2000), fields: texts };
  const refusal = await owner.refusal('chains.create', { requestId: newRequest(), draft });
  expect(refusal.code).toBe('CONTENT_REFUSED');
  const lengths = asked(owner).map(content => content.length);
  expect(lengths.length).toBeGreaterThan(1);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2500);
});
