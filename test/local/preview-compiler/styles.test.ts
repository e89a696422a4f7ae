import { compile, component } from './program-folder';

const squeeze = (css: string) => css.replace(/\s+/g, ' ').trim();

async function pageCss(wxss: string): Promise<string> {
  return squeeze((await compile({ 'pages/home/home.wxss': wxss })).css('pages/home/home'));
}

test('one rpx is a 750th of the phone, wherever it stands', async () => {
  expect(await pageCss('.a{margin:-5.5rpx .5rpx;--gap:calc(1rpx + 2px)}')).toBe(
    '.a{margin:calc(-5.5 * var(--rpx)) calc(.5 * var(--rpx));--gap:calc(calc(1 * var(--rpx)) + 2px)}',
  );
});

test('what only looks like rpx stays', async () => {
  const css = '.a{content:"5rpx";background:url(data:a/5rpx);width:var(--gap-5rpx)}';
  expect(await pageCss(css)).toBe(css);
});

test('built-in tags are the wx- elements of the preview; other names and classes of pages stay', async () => {
  expect(await pageCss('page view>text.view, my-row::after, scroll-view:first-child{top:0}')).toBe(
    'wx-page wx-view>wx-text.view, my-row::after, wx-scroll-view:first-child{top:0}',
  );
});

test('steps of keyframes are no selectors', async () => {
  expect(await pageCss('@keyframes view { from { left: 1px } 50% { left: 2px } }')).toBe(
    '@keyframes view { from { left: 1px } 50% { left: 2px } }',
  );
});

test('dark and light rules follow the switch of the preview, whatever else the query asks', async () => {
  expect(await pageCss('@media (prefers-color-scheme: dark){page,.a .b::before{top:0}}')).toBe(
    'wx-page:where([data-theme="dark"] *),.a .b:where([data-theme="dark"] *)::before{top:0}',
  );
  expect(await pageCss('@media (prefers-color-scheme:light) and (min-width: 600rpx), print{.a{top:0}}')).toBe(
    '@media (min-width: 300px){.a:where(:not([data-theme="dark"] *)){top:0}}@media print{.a{top:0}}',
  );
});

test.each([
  ['nothing', {}, '', 'isolated', '.components_row_row--a'],
  ['isolated', { styleIsolation: 'isolated' }, '', 'isolated', '.components_row_row--a'],
  ['apply-shared', { styleIsolation: 'apply-shared' }, '', 'apply-shared', '.components_row_row--a'],
  // Kept as apply-shared so that its host can be marked; the classes are what the others see.
  ['shared', { styleIsolation: 'shared' }, '', 'apply-shared', '.a'],
  ['options of the script', {}, 'options: { styleIsolation: "shared" }', 'apply-shared', '.a'],
  ['addGlobalClass', {}, 'options: { addGlobalClass: true }', 'apply-shared', '.components_row_row--a'],
  ['a comment only', {}, '// options: { styleIsolation: "shared" }\n', 'isolated', '.components_row_row--a'],
])(
  'a component that declares %s is isolated as WeChat does it',
  async (_, json, options, isolation, selector) => {
    const compiled = await compile({
      ...component('row', { json, wxss: '.a{top:0} :host(.on) .a{top:1px}', js: `Component({${options}})` }),
      'pages/home/home.json': { usingComponents: { row: '/components/row/row' } },
    });
    const row = compiled.app.components.find(each => each.path === 'components/row/row');
    expect(row?.json.styleIsolation).toBe(isolation);
    expect(row?.scope).toBe('components_row_row');
    const host = '[wx-host="components_row_row"].on';
    expect(compiled.css('components/row/row')).toBe(`${selector}{top:0} ${host} ${selector}{top:1px}`);
  },
);

test('a page is shared unless it says otherwise, also when a component constructor makes it', async () => {
  const shared = await compile({
    'pages/home/home.json': { component: true },
    'pages/home/home.wxss': '.a{top:0}',
  });
  expect(shared.css('pages/home/home')).toBe('.a{top:0}');
  expect(shared.app.components[0]?.json.styleIsolation).toBe('shared');
  const isolated = await compile({
    'pages/home/home.json': { styleIsolation: 'page-isolated' },
    'pages/home/home.wxss': '.a{top:0}',
  });
  expect(isolated.css('pages/home/home')).toBe('.pages_home_home--a{top:0}');
});

test('imported styles come first, once, in the importer’s scope, and a cycle ends', async () => {
  const compiled = await compile({
    ...component('row', { wxss: "@import '/styles/a.wxss';\n@import '../../styles/b';\n.own{top:0}" }),
    'styles/a.wxss': '@import "./b.wxss"; .a{top:0}',
    'styles/b.wxss': '@import url("a.wxss"); .b{top:0}',
    'pages/home/home.json': { usingComponents: { row: '/components/row/row' } },
  });
  const classes = [...compiled.css('components/row/row').matchAll(/--(\w+)\{/g)].map(match => match[1]);
  expect(classes).toEqual(['b', 'a', 'own']);
  expect(compiled.problems).toEqual([]);
});

test('local files become addresses and a warning, because a phone shows none of them', async () => {
  const compiled = await compile({
    'pages/home/home.wxss':
      '.a{\n  background:url(./bg.png) , url("data:image/svg+xml,<a b=\'url(%23c)\'/>")\n}',
    'pages/home/bg.png': '',
  });
  expect(squeeze(compiled.css('pages/home/home'))).toContain('url("/-/root/pages/home/bg.png") , url("data:');
  expect(compiled.problems).toEqual([
    'pages/home/home.wxss:2:3 WeChat shows no local file from WXSS on a phone: pages/home/bg.png',
  ]);
});
