import { type Scene, scenesOf, tap, tapText } from './scene';

const ME = 'pages/people/me/me';
const page = (name: string): string => `me/pages/${name}/${name}`;

/** 我的, and everything behind it. The administrator has asked for the end of the account. */
export const meScenes: Scene[] = [
  ...scenesOf('lin', [
    ['me', ME, { there: '#hint-limits' }],
    ['me-profile', page('profile'), { there: '#nickname' }],
    ['me-appearance', page('appearance'), { there: '#fonts' }],
    ['me-log', page('log'), { there: '#log [id^=day-]' }],
    ['me-data', page('data'), { there: '#backup-go' }],
    ['me-data.done', page('data'), { steps: [tap('#backup-go')], there: '#backup-done' }],
    ['me-deletion', page('deletion'), { there: '#goes' }],
    ['me-deletion.confirm', page('deletion'), { steps: [tap('#deletion-go')], there: '#deletion-word' }],
    ['me-privacy', page('privacy'), { there: '#permissions' }],
    ['me-inventory', page('inventory'), { there: '#inventory' }],
    ['me-help', page('help'), { there: '#questions' }],
    ['me-help.answer', page('help'), { steps: [tapText('取消点赞，对方会知道吗？')], there: '.answer' }],
    ['me-topic', page('topic'), { query: () => ({ id: 'join' }), there: '.picture' }],
    ['me-topic.missing', page('topic'), { query: () => ({ id: 'none' }), there: '#state-empty' }],
  ]),
  ...scenesOf('admin', [
    ['me.ending', ME, { there: '#deletion-notice' }],
    ['home.ending', 'pages/home/home/home', { there: '#deletion-notice' }],
    ['me-deletion.ending', page('deletion'), { there: '#deletion-intro' }],
  ]),
];
