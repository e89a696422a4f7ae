import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { ChainView } from '../../typings/contract/chains';
import type { SheetFormat, SheetView } from '../../typings/contract/sheets';
import type { Account } from '../support/functions/account';
import { choiceField, join, organizeChain, phoneField, textField } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;

let cloud: TestCloud;
let owner: Account;
let volunteer: Account;
let member: Account;
let chain: ChainView;

const PHONE = '13812345678';
const MENU = {
  ...{ id: 'menu', type: 'multiple' as const, label: '菜', required: false, counted: true },
  options: [
    { id: 'a', label: '红烧肉', priceFen: 1850 },
    { id: 'b', label: '=1+1', priceFen: 1200, capacity: 5 },
  ],
};

beforeAll(async () => {
  cloud = await TestCloud.start();
  owner = cloud.person();
  [volunteer, member] = [cloud.person(), cloud.person()];
  const fields = [textField(), phoneField(), { ...choiceField({}), ...MENU }];
  chain = await organizeChain(owner, {
    title: '周六/聚餐',
    place: '南门',
    fields,
    capacity: 3,
    waitlist: true,
    priceFen: 500,
  });
  const { chainId } = chain;
  const answers = { remark: '=HYPERLINK("x")', phone: PHONE, menu: { a: 2, b: 1 } };
  await join(member, chainId, { name: '<b>甲</b>', answers });
  const helper = await join(volunteer, chainId, { name: '乙', answers: { remark: '不要辣' } });
  await owner.data('chains.appoint', { chainId, entryId: helper.entryId, role: 'volunteer' });
  await join(cloud.person(), chainId, { name: '@SUM(丙)', answers: { menu: { b: 3 } } });
  await join(cloud.person(), chainId, { name: '丁' });
});
afterAll(() => cloud.stop());

const exported = (person: Account, format: SheetFormat): Promise<SheetView> =>
  person.data('chains.export', { chainId: chain.chainId, format });

async function bytesOf({ file }: SheetView): Promise<Uint8Array> {
  const bytes = new Uint8Array(await (await fetch(file?.url ?? '')).arrayBuffer());
  expect(bytes.length).toBe(file?.bytes);
  return bytes;
}

const textOf = async (view: SheetView): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(view));

test('everybody copies the list as they see it', async () => {
  const { text, entries } = await exported(cloud.person(), 'text');
  expect(entries).toBe(4);
  expect(text).toContain('1. 「<b>甲</b>」 1人 =HYPERLINK("x") 红烧肉×2、=1+1×1');
  expect(text).toMatch(/\n4\. 丁（候补）$/);
  // Pasted into a group it is read by everybody: no phone number, whoever copies it.
  expect((await exported(owner, 'text')).text).toBe(text);
  expect(text).not.toMatch(/138/);
});

test('a CSV for spreadsheets has every column and nothing that would be calculated', async () => {
  const view = await exported(owner, 'csv');
  expect(view.file?.name).toMatch(/^周六 聚餐-名单-\d{4}-\d\d-\d\d\.csv$/);
  const text = await textOf(view);
  expect(text.startsWith('\uFEFF序号,')).toBe(true);
  const options = { skipEmptyLines: 'greedy' as const, delimiter: ',', delimitersToGuess: [], preview: 0 };
  const [titles = [], ...rows] = Papa.parse<string[]>(text.slice(1), options).data;
  const data = rows.map(row => Object.fromEntries(titles.map((title, index) => [title, row[index]])));
  expect(text.split('\r\n')).toHaveLength(6);
  expect(data[0]).toMatchObject({
    ...{ 序号: '1', 姓名: '<b>甲</b>', 状态: '已报名', 人数: '1', 备注: `'=HYPERLINK("x")`, 手机: PHONE },
    ...{ 菜: '红烧肉×2、=1+1×1', '应付（元）': '54.00', 付款: '未付' },
  });
  expect(data.map(row => row['状态'])).toEqual(['已报名', '已报名', '已报名', '候补']);
  expect(data[2]?.['姓名']).toBe("'@SUM(丙)");
});

test('a volunteer gets the same files with masked phone numbers, others get none', async () => {
  const text = await textOf(await exported(volunteer, 'csv'));
  expect(text).toContain('138****5678');
  expect(text).not.toContain(PHONE);
  expect(
    strFromU8(
      unzipSync(await bytesOf(await exported(volunteer, 'xlsx')))['xl/sharedStrings.xml'] ?? new Uint8Array(),
    ),
  ).not.toContain(PHONE);
  expect(await textOf(await exported(volunteer, 'large-type'))).not.toMatch(/138/);
  for (const format of ['csv', 'xlsx', 'large-type'] as const)
    expect(await member.refusal('chains.export', { chainId: chain.chainId, format })).toMatchObject({
      code: 'FORBIDDEN',
    });
});

test('a workbook has numbers as numbers, phones as text, amounts with two decimals, totals of options, and no formula', async () => {
  const files = unzipSync(await bytesOf(await exported(owner, 'xlsx')));
  const textOfFile = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const strings = [...textOfFile('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    si.replace(/<[^>]*>/g, ''),
  );
  const cells = (sheet: number): Record<string, string> =>
    Object.fromEntries(
      [
        ...textOfFile(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs),
      ].map(([, at = '', attributes = '', inner = '']) => {
        const value = inner.replace(/<[^>]*>/g, '');
        return [at, /t="s"/.test(attributes) ? `text ${strings[Number(value)]}` : `number ${value}`];
      }),
    );
  const list = cells(1);
  expect(list).toMatchObject({
    A2: 'number 1',
    D2: 'number 1',
    F2: `text ${PHONE}`,
    H2: 'number 54',
    E2: 'text =HYPERLINK("x")',
  });
  expect(list['B2']).toBe('text &lt;b&gt;甲&lt;/b&gt;');
  expect(cells(2)).toMatchObject({
    A2: 'text 菜',
    B2: 'text 红烧肉',
    C2: 'number 2',
    E2: 'number 18.5',
    F2: 'number 37',
    B3: 'text =1+1',
    C3: 'number 4',
    D3: 'number 5',
  });
  for (const name of Object.keys(files)) expect(textOfFile(name)).not.toMatch(/<f[ >]/);
  expect(textOfFile('xl/styles.xml')).toContain('0.00');
  expect(textOfFile('xl/styles.xml')).toMatch(/<b ?\/>|<b><\/b>/);
});

test('a large-type sheet is one page for printing in which nothing runs', async () => {
  const html = await textOf(await exported(owner, 'large-type'));
  expect(html).toContain('size: A4');
  expect(html).toContain('font: 20pt/1.5');
  expect(html).toContain('&lt;b&gt;甲&lt;/b&gt;');
  expect(html).not.toContain('<b>');
  expect(html).toContain(`<td class="phone">${PHONE}</td><td class="sign"></td>`);
  expect(html).toMatch(/候补 1 人[\s\S]*丁/);
});

test('files are noted in the history and deleted after a day', async () => {
  const { url } = (await exported(owner, 'csv')).file ?? {};
  const { items } = await owner.data('chains.history', { chainId: chain.chainId });
  expect(items).toContainEqual(
    expect.objectContaining({ what: 'exported', detail: 'CSV 表格，4 人', by: '王教练' }),
  );
  const { url: again } = (await exported(owner, 'csv')).file ?? {};
  expect(again?.split('?')[0]).toBe(url?.split('?')[0]);
  expect(await cloud.database.find('exports', { _id: { $exists: true } })).not.toEqual([]);
  await cloud.cloud.advance(25 * HOUR_MS + 1);
  await cloud.runTimer('janitor');
  expect(await cloud.database.find('exports', { _id: { $exists: true } })).toEqual([]);
  expect((await fetch(again ?? '')).ok).toBe(false);
});
