import * as glassEasel from 'glass-easel';
import { type Compiled, compile } from './program-folder';

/** Renders a compiled page without a browser and gives its markup. */
function render(compiled: Compiled, path: string, data: Record<string, unknown> = {}): string {
  const space = new glassEasel.ComponentSpace();
  const { templates } = compiled.app;
  const content = templates[path];
  if (!content) throw new Error(`${path} has no template`);
  const definition = space
    .define()
    .template({ groupList: templates, content })
    .data(() => data)
    .registerComponent();
  const backend = new glassEasel.EmptyBackendContext();
  const root = glassEasel.Component.createWithContext('root', definition.general(), backend);
  return markup(root.getShadowRoot() ?? undefined);
}

function markup(node: glassEasel.Node | undefined): string {
  if (!node) return '';
  if (glassEasel.TextNode.isTextNode(node)) return node.textContent.trim();
  const children = node.childNodes.map(markup).join('');
  const isTag = glassEasel.NativeNode.isNativeNode(node);
  return isTag ? `<${node.is}>${children}</${node.is}>` : children;
}

const page = (wxml: string) => ({ 'pages/home/home.wxml': wxml });

test('import, include and templates work across files, relative and from the root', async () => {
  const compiled = await compile({
    ...page(
      '<import src="./parts"/><include src="/shared/foot.wxml"/><template is="line" data="{{...row}}"/>',
    ),
    'pages/home/parts.wxml': '<template name="line"><text>{{name}}</text></template>',
    'shared/foot.wxml': '<view>foot</view>',
  });
  expect(compiled.problems).toEqual([]);
  expect(render(compiled, 'pages/home/home', { row: { name: '一' } })).toBe(
    '<view>foot</view><text>一</text>',
  );
});

test('WXS works inline and from files, with its own globals and require', async () => {
  const compiled = await compile({
    ...page(`<wxs src="./names.wxs" module="names"/>
      <wxs module="own">module.exports.year = function (at) { return getDate(at).getFullYear() } // last line</wxs>
      <text>{{names.shout(word)}} {{own.year(0) >= 1969}}</text>`),
    'pages/home/names.wxs': `var end = require("../../tools/end.wxs");
      module.exports = { shout: function (w) { return w.replace(getRegExp("a", "g"), "A") + end.mark } } // comment`,
    'tools/end.wxs': 'module.exports = { mark: "!" };',
  });
  expect(compiled.problems).toEqual([]);
  expect(render(compiled, 'pages/home/home', { word: 'banana' })).toBe('<text>bAnAnA! true</text>');
});

test('WXS knows a type by the name in its constructor', async () => {
  const compiled = await compile({
    ...page(
      '<wxs module="own" src="./own.wxs"/><wxs module="m">module.exports.isText = function (v) { return v.constructor === "String" }</wxs>{{own.nameOf(list)}} {{own.nameOf(list[0])}} {{m.isText(list[1])}}',
    ),
    'pages/home/own.wxs': 'module.exports.nameOf = function (v) { return v.constructor }',
  });
  expect(render(compiled, 'pages/home/home', { list: [1, 'a'] })).toBe('Array Number true');
});

test('a written \\n breaks the line in text, but not in expressions and attributes', async () => {
  const compiled = await compile(page(`<text a="\\n">one\\ntwo{{'\\\\' + "n"}}</text>`));
  expect(render(compiled, 'pages/home/home')).toBe('<text>one\ntwo\\n</text>');
});

test('a mistake in WXML is reported with its place and the rest still renders', async () => {
  const compiled = await compile(page('<view>\n  <text>a</text>\n  </oops>\n</view>'));
  expect(compiled.problems).toEqual([
    'pages/home/home.wxml:1:2 missing end tag',
    'pages/home/home.wxml:3:3 invalid end tag',
    'pages/home/home.wxml:4:1 invalid end tag',
  ]);
  expect(compiled.result.problems.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
  expect(render(compiled, 'pages/home/home')).toContain('<text>a</text>');
});

test('a mistake in WXS, inline or in a file, costs only that script', async () => {
  const compiled = await compile({
    ...page('<wxs module="a">\nvar x = ;\n</wxs><wxs src="./b.wxs" module="b"/><text>ok {{a.f()}}</text>'),
    'pages/home/b.wxs': 'var ok = 1;\nvar y = = 2;',
  });
  expect(compiled.problems).toEqual([
    "pages/home/b.wxs:2:9 Unexpected token '='",
    "pages/home/home.wxml:2:9 Unexpected token ';'",
  ]);
  expect(render(compiled, 'pages/home/home')).toBe('<text>ok</text>');
});

test('templates and scripts that are not there are named where they are asked for', async () => {
  const compiled = await compile({
    ...page(
      '<view/>\n<include src="./gone.wxml"/>\n<wxs src="./lost.wxs" module="m"/><text>{{m.f()}}</text>',
    ),
  });
  expect(compiled.problems).toEqual([
    'pages/home/home.wxml:2:17 pages/home/gone.wxml does not exist',
    'pages/home/home.wxml:3:13 pages/home/lost.wxs does not exist',
  ]);
  expect(render(compiled, 'pages/home/home')).toBe('<view></view><text></text>');
});

test('the first spelling of wx:for still makes lists', async () => {
  const compiled = await compile(page('<text wx:for-items="{{list}}" wx:key="*this">{{item}}</text>'));
  expect(compiled.problems).toEqual([]);
  expect(render(compiled, 'pages/home/home', { list: [1, 2] })).toBe('<text>1</text><text>2</text>');
});
