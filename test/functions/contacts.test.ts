import { join, newRequest, organizeChain, phoneField } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

const PHONE = '13812345678';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('somebody new has an empty book, and what is saved comes back with its ids', async () => {
  const person = cloud.person();
  expect(await person.data('chains.contacts', {})).toEqual({ me: {}, others: [] });
  const others = [{ name: ' 李小明 ', relation: '家人', phone: '+86 138-1234-5678' }, { name: '王奶奶' }];
  const saved = await person.data('chains.saveContacts', { me: { name: '李雷', phone: PHONE }, others });
  expect(saved).toMatchObject({
    me: { name: '李雷', phone: PHONE },
    others: [{ name: '李小明', relation: '家人', phone: PHONE }, { name: '王奶奶' }],
  });
  expect(await cloud.callsOf(() => person.data('chains.contacts', {}))).toBe(1);
  expect(await person.data('chains.contacts', {})).toEqual(saved);
  expect(await cloud.person().data('chains.contacts', {})).toEqual({ me: {}, others: [] });
  // What is not given stays; a contact keeps its id, wherever it stands.
  const fewer = await person.data('chains.saveContacts', { others: [{ name: '王奶奶', relation: '邻居' }] });
  expect(fewer.me).toEqual(saved.me);
  expect(fewer.others).toEqual([{ id: saved.others[1]?.id, name: '王奶奶', relation: '邻居' }]);
  expect((await person.data('chains.saveContacts', { me: {} })).me).toEqual({});
});

test('the database holds no number of the book in clear', async () => {
  const person = cloud.person();
  const number = '13987654321';
  await person.data('chains.saveContacts', {
    ...{ me: { name: '李雷', phone: number }, others: [{ name: '王奶奶', phone: number }] },
  });
  const { uid } = await person.data('me.show', {});
  const [stored] = await cloud.database.find('contacts', { _id: uid });
  expect(JSON.stringify(stored)).toContain('王奶奶');
  expect(JSON.stringify(stored)).not.toContain(number.slice(3));
});

test('a number that cannot be opened is left out, and the rest of the book is there', async () => {
  const person = cloud.person();
  const others = [{ name: '王奶奶', phone: PHONE }];
  await person.data('chains.saveContacts', { me: { name: '李雷', phone: PHONE }, others });
  const { uid } = await person.data('me.show', {});
  await cloud.database.set('contacts', { _id: uid }, { me: { name: '李雷', phone: 'k9.AAAA' } });
  const book = await person.data('chains.contacts', {});
  expect(book).toMatchObject({ me: { name: '李雷' }, others });
  expect(book.me).not.toHaveProperty('phone');
});

test('a book has 30 people of different names, and numbers that can be called', async () => {
  const person = cloud.person();
  const others = Array.from({ length: 30 }, (_, index) => ({ name: `邻居${index}` }));
  expect((await person.data('chains.saveContacts', { others })).others).toHaveLength(30);
  const more = await person.refusal('chains.saveContacts', { others: [...others, { name: '又一个' }] });
  expect(more).toMatchObject({ code: 'TOO_LARGE', path: 'others', max: 30 });
  const twice = { others: [{ name: '王 奶奶' }, { name: ' 王  奶奶' }] };
  const refusal = await person.refusal('chains.saveContacts', twice);
  expect(refusal).toMatchObject({ code: 'BAD_INPUT', path: 'others' });
  for (const phone of ['123', '', '1381234567x'])
    expect(await person.refusal('chains.saveContacts', { me: { phone } })).toMatchObject({
      ...{ code: 'BAD_INPUT', path: 'me.phone' },
    });
  expect((await person.data('chains.contacts', {})).others).toHaveLength(30);
});

test('name and phone of a join are remembered when asked to, and not for somebody else', async () => {
  const { chainId } = await organizeChain(cloud.person(), { fields: [phoneField()] });
  const [asked, unasked] = [cloud.person(), cloud.person()];
  const given = { chainId, name: '李雷', answers: { phone: PHONE }, remember: true };
  await asked.data('chains.join', { ...given, requestId: newRequest() });
  expect((await asked.data('chains.contacts', {})).me).toEqual({ name: '李雷', phone: PHONE });
  await asked.data('chains.join', { ...given, requestId: newRequest(), name: '李小明', forOther: true });
  expect((await asked.data('chains.contacts', {})).me.name).toBe('李雷');
  await join(unasked, chainId, { name: '韩梅', answers: { phone: PHONE } });
  expect((await unasked.data('chains.contacts', {})).me).toEqual({});
});

test('two phones that save a first book at once both get an answer, and one book is kept whole', async () => {
  const person = cloud.person();
  const books = ['甲', '乙', '丙'].map(name => ({ me: { name }, others: [{ name }] }));
  const replies = await Promise.all(books.map(book => person.data('chains.saveContacts', book)));
  expect(replies).toHaveLength(3);
  const kept = await person.data('chains.contacts', {});
  expect(kept.others[0]?.name).toBe(kept.me.name);
});
