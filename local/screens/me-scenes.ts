import { type Scene, scenesOf, see, tap, tapText } from './scene';

const page = (name: string): string => `me/pages/${name}/${name}`;

/** 我的, and everything behind it. */
export const meScenes: Scene[] = [
  ...scenesOf('lin', [
    ['me', 'pages/people/me/me', { there: '#hint-limits' }],
    ['me-profile', page('profile'), { there: '.app' }],
    ['me-appearance', page('appearance'), { there: '.app' }],
    ['me-log', page('log'), { there: '.app' }],
    ['me-data', page('data'), { there: '#backup-go' }],
    ['me-deletion', page('deletion'), { there: '.app' }],
    ['me-privacy', page('privacy'), { there: '.app' }],
    ['me-inventory', page('inventory'), { there: '.app' }],
    ['me-help', page('help'), { there: '.app' }],
    ['me-topic', page('topic'), { query: () => ({ id: 'join' }), there: '.picture' }],
    ['me-topic.missing', page('topic'), { query: () => ({ id: 'none' }), there: '#state-empty' }],
    ['me-help.answer', page('help'), { steps: [tapText('取消点赞，对方会知道吗？')], there: '.answer' }],
    [
      'me-deletion.sheet',
      page('deletion'),
      { steps: [see('#goes'), tap('#deletion-go'), see('#deletion-sheet')], there: '#deletion-word' },
    ],
  ]),
  ...scenesOf('admin', [
    ['me.admin', 'pages/people/me/me', { there: '#me-review' }],
    ['me-log.empty', page('log'), { there: '.app' }],
  ]),
];
