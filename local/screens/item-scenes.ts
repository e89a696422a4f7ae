import { fill, nothingKept, type Scene, scenesOf, see, tap, tapText, useTool } from './scene';

const HOME = 'pages/home/home/home';
const LIST = 'pages/items/list/list';
const ITEM = 'pages/items/item/item';
const ADD = 'pages/items/add/add';
const PROGRESS = 'pages/batches/progress/progress';
const TRASH = 'pages/trash/list/list';
const IMPORT = 'pages/imports/import/import';

const follows = { query: () => ({ kind: 'follow' }) };
const firstRow = '#items-list #rows [role=button]';
const PASTED = '人民邮电\n城市早知道\n天天特价\nhttps://mp.weixin.qq.com/s/tea\n,,,';

const failed = '#state-failed, #state-offline';

const selecting = [see(firstRow), useTool('select'), see('#select-all'), tap('#select-all')];

/** 整理: what 小林 sees of follows, likes and favorites. */
export const itemScenes: Scene[] = [
  ...scenesOf('lin', [
    ['home', HOME, { there: '#card-follow, #way-tidy' }],
    ['home.more', HOME, { font: 'extra-large', steps: [tap('#more-ways')], there: '#card-follow' }],
    ['home.offer', HOME, { font: 'extra-large', kept: { 'font-offered': false }, there: '#font-offer' }],
    ['items-list', LIST, { ...follows, there: firstRow }],
    ['items-list.likes', LIST, { query: () => ({ kind: 'like' }), there: firstRow }],
    ['items-list.favorites', LIST, { query: () => ({ kind: 'favorite' }), there: firstRow }],
    ['items-list.filters', LIST, { ...follows, steps: [useTool('filter')], there: '.filter-sheet .group' }],
    [
      'items-list.no-match',
      LIST,
      { ...follows, steps: [fill('#search', '没有这个号')], there: '#state-empty' },
    ],
    ['items-list.selection', LIST, { ...follows, steps: selecting, there: '#selection-bar' }],
    [
      'items-list.more',
      LIST,
      { ...follows, steps: [...selecting, tap('#select-more')], there: '#pick-sheet .sheet-title' },
    ],
    [
      'items-list.confirm',
      LIST,
      { ...follows, steps: [...selecting, tap('#remove')], there: '#confirm-sheet .fact' },
    ],
    ['items-item', ITEM, { from: LIST, ...follows, steps: [tap('#items-list .row')], there: '#item-name' }],
    [
      'items-item.folder',
      ITEM,
      {
        ...{ from: LIST, ...follows, there: '#pick-sheet .sheet-title' },
        steps: [tap('#items-list .row'), see('#item-name'), tap('#folder-change')],
      },
    ],
    [
      'items-item.favorite',
      ITEM,
      {
        ...{ from: LIST, query: () => ({ kind: 'favorite' }), there: '#snapshot' },
        steps: [fill('#search', '绿萝'), see('#asked, .asked, #items-list .row'), tap('#items-list .row')],
      },
    ],
    ['items-add', ADD, { ...follows, there: '#kinds' }],
    [
      'items-add.exists',
      ADD,
      { ...follows, steps: [fill('#name', '人民日报'), tap('#save')], there: '#existing' },
    ],
    ['items-add.problem', ADD, { ...follows, steps: [tap('#save')], there: '#problem' }],
    ['progress', PROGRESS, { query: ({ batch }) => ({ id: batch }), there: '#progress-checklist' }],
    ['trash', TRASH, { there: '#trash #rows .restore' }],
    ['trash.selection', TRASH, { steps: [tap('#select')], there: '#restore-chosen' }],
    ['checklist', 'pages/trash/checklist/checklist', { there: '#checklist .go' }],
    ['import', IMPORT, { ...follows, there: '#paste' }],
    ['import.help', IMPORT, { ...follows, steps: [tap('#help')], there: '#help-text' }],
    [
      'import.preview',
      IMPORT,
      { ...follows, steps: [fill('#paste', PASTED), tap('#read')], there: '#import-commit' },
    ],
    ['import.problem', IMPORT, { ...follows, steps: [tap('#read')], there: '#problem' }],
    ['export', 'pages/exports/export/export', { there: '#export-go' }],
    ['export.done', 'pages/exports/export/export', { steps: [tap('#export-go')], there: '#export-again' }],
    ['limits', 'pages/limits/limits/limits', { there: '#limit-unfollow' }],
    ['limits.table', 'pages/limits/limits/limits', { steps: [tap('#table-toggle')], there: '#limits-table' }],
    ['content', 'pages/contents/content/content', { there: '#url' }],
    [
      'content.found',
      'pages/contents/content/content',
      { query: ({ content }) => ({ url: content }), steps: [tap('#look')], there: '#found .fact' },
    ],
    ['report', 'report/pages/report/report', { there: '#card-removed canvas' }],
    [
      'report.numbers',
      'report/pages/report/report',
      { steps: [see('#card-frequency'), tapText('看数字')], there: '.numbers' },
    ],
    ['items-list.kept', LIST, { ...follows, cloud: 'failing', there: firstRow }],
    ['items-list.loading', LIST, { ...follows, ...nothingKept, cloud: 'waiting', there: '.bones' }],
    ['home.failed', HOME, { ...nothingKept, cloud: 'failing', there: failed }],
    ['items-list.failed', LIST, { ...follows, ...nothingKept, cloud: 'failing', there: failed }],
  ]),
  ...scenesOf('wang', [
    ['progress.waiting', PROGRESS, { query: ({ waiting }) => ({ id: waiting }), there: '#stop' }],
  ]),
  ...scenesOf('chen', [
    ['home.new', HOME, { kept: { 'guide-step': 1 }, there: '#guide-skip' }],
    ['items-list.empty', LIST, { ...follows, there: '#state-empty' }],
    ['report.empty', 'report/pages/report/report', { there: '#state-empty' }],
  ]),
  ...scenesOf('admin', [
    ['trash.empty', TRASH, { there: '#state-empty' }],
    ['checklist.empty', 'pages/trash/checklist/checklist', { there: '#state-empty' }],
    ['review', 'pages/review/queue/queue', { there: '[id^=case-]' }],
    ['review.deciding', 'pages/review/queue/queue', { steps: [tap('[id^=case-] .link')], there: '#note' }],
  ]),
];
