import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allScenes } from '../../local/screens/all-scenes';

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

const app = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../miniprogram/app.json'), 'utf8'),
) as AppJson;
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`)),
];

it('shows every page of app.json, and none that is not there', () => {
  expect([...new Set(allScenes.map(({ page }) => page))].sort()).toEqual([...pages].sort());
});

it('gives every picture a name of its own', () => {
  const names = allScenes.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
