import type { EntryView } from '../../../../typings/contract/entries';
import type { ChainDraft } from '../../../../typings/contract/fields';
import { escaped } from '../../exports/formats/writer';
import { timeText } from './jielong-writer';

/** 20 pt on A4, the headings repeated on every page, no row torn in two. It loads and runs nothing. */
const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
@page { size: A4; margin: 14mm 12mm; }
body { font: 20pt/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0; color: #000; background: #fff; }
@media screen { body { margin: 16pt; } }
h1 { font-size: 26pt; line-height: 1.3; margin: 0 0 6pt; }
h2 { font-size: 22pt; margin: 18pt 0 6pt; break-after: avoid; }
p { margin: 0 0 4pt; }
table { width: 100%; border-collapse: collapse; margin-top: 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1pt solid #000; padding: 5pt 6pt; text-align: left; overflow-wrap: anywhere; }
.number { width: 2.4em; text-align: right; }
.places { width: 2.4em; text-align: center; }
.sign { width: 7em; }
</style>`;

interface Column {
  title: string;
  name: string;
  cell(entry: EntryView): string;
}

type Settings = Pick<ChainDraft, 'title' | 'eventAt' | 'place' | 'fields'>;

const COLUMNS: Column[] = [
  { title: '号', name: 'number', cell: ({ number }) => String(number) },
  { title: '姓名', name: 'name', cell: ({ name }) => name },
  { title: '人数', name: 'places', cell: ({ places }) => String(places) },
];
const SIGNATURE: Column = { title: '签名', name: 'sign', cell: () => '' };

function columnsOf({ fields }: Settings, showsPhones: boolean): Column[] {
  const phone = showsPhones ? fields.find(({ type }) => type === 'phone') : undefined;
  const cell = ({ answers }: EntryView): string => String((phone && answers[phone.id]) ?? '');
  return [...COLUMNS, ...(phone ? [{ title: phone.label, name: 'phone', cell }] : []), SIGNATURE];
}

const row = (tag: 'th' | 'td', columns: Column[], text: (column: Column) => string): string =>
  `<tr>${columns.map(one => `<${tag} class="${one.name}">${escaped(text(one))}</${tag}>`).join('')}</tr>`;

const table = (columns: Column[], entries: EntryView[]): string =>
  [
    `<table><thead>${row('th', columns, ({ title }) => title)}</thead><tbody>`,
    ...entries.map(entry => row('td', columns, ({ cell }) => cell(entry))),
    '</tbody></table>',
  ].join('\n');

/** A sheet for signing in on paper, one HTML file. `showsPhones`: for organizers. */
export function writeLargeType(chain: Settings, entries: EntryView[], showsPhones: boolean): string {
  const columns = columnsOf(chain, showsPhones);
  const coming = entries.filter(({ status }) => status === 'in' || status === 'offered');
  const waiting = entries.filter(({ status }) => status === 'waiting' || status === 'asking');
  const places = coming.reduce((sum, entry) => sum + entry.places, 0);
  const facts = [
    chain.eventAt === undefined ? '' : `时间：${timeText(chain.eventAt)}`,
    chain.place === '' ? '' : `地点：${chain.place}`,
    `共 ${places} 人`,
  ];
  return [
    `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<title>${escaped(chain.title)}</title>\n${HEAD}\n</head>\n<body>`,
    `<h1>${escaped(chain.title)}</h1>`,
    ...facts.filter(fact => fact !== '').map(fact => `<p>${escaped(fact)}</p>`),
    table(columns, coming),
    ...(waiting.length > 0 ? [`<h2>候补 ${waiting.length} 人</h2>`, table(columns, waiting)] : []),
    '</body>\n</html>\n',
  ].join('\n');
}
