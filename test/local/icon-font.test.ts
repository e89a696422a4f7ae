import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linesWithGlyphs, withoutIconFont } from '../../local/icon-font';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const theirs = () => read('node_modules/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss');

it('leaves no address in the sheet that is uploaded, and what sizes an icon stays', () => {
  expect(theirs()).toMatch(/url\(https:/);
  const ours = withoutIconFont(theirs());
  expect(ours).not.toMatch(/https?:|url\(/);
  expect(ours).toContain('.t-icon-base');
  expect(ours.length).toBeLessThan(5_000);
});

it('knows what would draw a glyph of that font', () => {
  expect(linesWithGlyphs('<t-icon name="close" />')).toHaveLength(1);
  expect(linesWithGlyphs('<t-search left-icon="search" />')).toHaveLength(1);
  expect(linesWithGlyphs('<t-button icon="add">')).toHaveLength(1);
  expect(linesWithGlyphs('<t-input value="{{name}}" />')).toHaveLength(1);
  expect(linesWithGlyphs('<t-search left-icon="" /><t-input clearable="{{false}}" />')).toEqual([]);
});

it('draws no such glyph on any page', () => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'miniprogram/*.wxml'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.split('\n').filter(file => file !== '');
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(file => linesWithGlyphs(read(file)).map(line => `${file}: ${line.trim()}`))).toEqual(
    [],
  );
});
