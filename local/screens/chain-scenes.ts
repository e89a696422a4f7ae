import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, nothingKept, type Scene, scenesOf, see, tap } from './scene';
import type { World } from './world';

const MINE = 'pages/chains/mine/mine';
const page = (name: string): string => `chain/pages/${name}/${name}`;
const text = readFileSync(path.resolve(__dirname, '../../test/support/samples/chains/museum.txt'), 'utf8');

type ChainName = {
  [K in keyof World]: World[K] extends string ? K : never;
}[keyof World];
const of =
  (name: ChainName, more: Record<string, string> = {}) =>
  (world: World) => ({ id: world[name], ...more });

const adding = [see('#more'), tap('#more'), tap('#add-field')];
const pasted = [fill('#paste', text), tap('#read')];

/** 接龙 as people see it who take part. */
const taking: Scene[] = [
  ...scenesOf('wang', [
    ['chain', page('detail'), { query: of('hike'), there: '#join' }],
    ['chain.full', page('detail'), { query: of('full'), there: '#join' }],
    ['chain.closed', page('detail'), { query: of('closed'), there: '#chain-title' }],
    ['chain.cancelled', page('detail'), { query: of('cancelled'), there: '#statement' }],
    ['chain.scheduled', page('detail'), { query: of('scheduled'), there: '#chain-title' }],
    ['chain.goods', page('detail'), { query: of('apples'), there: '#join' }],
    ['chain.long', page('detail'), { query: of('long'), there: '#join' }],
    ['chain.gone', page('detail'), { query: () => ({ id: 'GoneGoneGoneGone' }), there: '#state-empty' }],
    ['join', page('join'), { query: of('hike'), there: '#submit, #next' }],
    [
      'join.problems',
      page('join'),
      { query: of('long'), steps: [tap('#submit, #next')], there: '[role=alert]' },
    ],
    ['join.goods', page('join'), { query: of('apples'), there: '#submit, #next' }],
    ['contacts.empty', page('contacts'), { there: '#no-contacts' }],
  ]),
  ...scenesOf('lin', [
    ['chains-mine', MINE, { there: '#my-chains .chain' }],
    ['chain.mine', page('detail'), { query: of('hike'), there: '#mine' }],
    ['chain.waiting', page('detail'), { query: of('full'), there: '#mine' }],
    ['chain.round', page('detail'), { query: of('checkIn'), there: '#rounds' }],
    ['join.other', page('join'), { query: of('hike', { as: 'other' }), there: '#contacts' }],
    [
      'result',
      page('result'),
      { query: ({ hike, hikeEntry }) => ({ id: hike, entry: hikeEntry }), there: '#my-number' },
    ],
    [
      'result.waiting',
      page('result'),
      { query: ({ full, fullEntry }) => ({ id: full, entry: fullEntry }), there: '#my-number' },
    ],
    ['contacts', page('contacts'), { there: '.contact' }],
    ['contacts.sheet', page('contacts'), { steps: [tap('.contact')], there: '#contact-sheet #contact-name' }],
    ['rounds', page('rounds'), { query: of('checkIn'), there: '#numbers' }],
    [
      'chain.loading',
      page('detail'),
      { query: of('hike'), ...nothingKept, cloud: 'waiting', there: '.bones' },
    ],
    [
      'chain.failed',
      page('detail'),
      { query: of('full'), ...nothingKept, cloud: 'failing', there: '#state-failed, #state-offline' },
    ],
  ]),
];

/** 接龙 as its organizers see it. */
const organizing: Scene[] = scenesOf('chen', [
  ['editor.kinds', page('editor'), { steps: adding, there: '#pick-sheet .sheet-title' }],
  ['chain.organized', page('detail'), { query: of('hike'), there: '#chain-title' }],
  ['editor', page('editor'), { there: '#paste' }],
  ['editor.more', page('editor'), { steps: [see('#more'), tap('#more')], there: '#questions' }],
  ['editor.problems', page('editor'), { steps: [tap('#publish')], there: '[role=alert]' }],
  ['editor.edit', page('editor'), { query: of('long'), there: '#publish' }],
  [
    'field',
    page('field'),
    { from: page('editor'), steps: [...adding, tap('#chip-number')], there: '#field-done' },
  ],
  [
    'field.options',
    page('field'),
    {
      ...{ from: page('editor'), query: of('long'), there: '#options' },
      steps: [see('#more'), tap('#more'), tap('#question-meal .link:last-child')],
    },
  ],
  ['paste', page('paste'), { from: page('editor'), steps: pasted, there: '#use-lines' }],
  [
    'paste.line',
    page('paste'),
    {
      ...{ from: page('editor'), there: '#line-sheet #line-name' },
      steps: [...pasted, see('#use-lines'), tap('#paste-page .row')],
    },
  ],
  ['panel', page('panel'), { query: of('hike'), there: '#numbers' }],
  [
    'panel.announce',
    page('panel'),
    { query: of('hike'), steps: [tap('#announce, #row-announce')], there: '#text-sheet #asked-text' },
  ],
  ['people', page('people'), { query: of('hike'), there: '#people .row' }],
  ['people.asking', page('people'), { query: of('approval', { filter: 'asking' }), there: '#people .row' }],
  [
    'people.selection',
    page('people'),
    { query: of('approval', { filter: 'asking' }), steps: [tap('#select')], there: '#selection-bar' },
  ],
  [
    'people.sheet',
    page('people'),
    { query: of('hike'), steps: [tap('#people .row')], there: '#person-sheet .acts' },
  ],
  ['staff', page('staff'), { query: of('hike'), there: '#staff-list' }],
  [
    'staff.adding',
    page('staff'),
    { query: of('hike'), steps: [tap('#add-staff')], there: '#adding .person' },
  ],
  ['roster', page('roster'), { query: of('hike'), there: '#roster #rows .row' }],
  ['roster.writing', page('roster'), { query: of('hike'), steps: [tap('#roster-change')], there: '#names' }],
  ['remind', page('remind'), { query: of('hike'), there: '#preview' }],
  ['history', page('history'), { query: of('hike'), there: '#events' }],
  ['chain-export', page('export'), { query: of('hike'), there: '#export-go' }],
  [
    'chain-export.text',
    page('export'),
    { query: of('hike'), steps: [tap('#format-text'), tap('#export-go')], there: '#chain-text' },
  ],
  ['poster', page('poster'), { query: of('hike'), there: '#poster-image img' }],
  [
    'chain-report',
    'report/pages/chain-report/chain-report',
    { query: of('hike'), there: '#chain-report canvas' },
  ],
]);

export const chainScenes: Scene[] = [
  ...taking,
  ...organizing,
  ...scenesOf('admin', [['chains-mine.empty', MINE, { there: '#state-empty' }]]),
];
