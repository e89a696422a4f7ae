import type { AppConfig, Problem, TabBarItem } from './app-bundle';
import { asStrings, isObject, type JsonObject, JsonSource } from './json-source';
import type { SourceTree } from './source-tree';

export interface AppSource {
  config: AppConfig;
  /** Where problems about pages and global components are pointed at. */
  source: JsonSource;
  problems: Problem[];
}

/** Reads app.json and theme.json. Without a usable app.json there are no pages and a problem says so. */
export function readAppConfig(tree: SourceTree): AppSource {
  const text = tree.read('app.json');
  const source = new JsonSource('app.json', text ?? '{}');
  const problems = [...source.problems];
  if (text === undefined)
    problems.push(source.problemAt('', 'app.json is missing in the mini program folder'));
  const value = source.value;
  tree.aliases = stringEntries(value['resolveAlias']);
  const subPackages = readSubPackages(value);
  const pages = [...asStrings(value['pages']), ...subPackages.flatMap(fullPaths)].map(withoutSlash);
  if (pages.length === 0 && problems.length === 0)
    problems.push(source.problemAt('pages', 'no pages are declared'));
  const { subpackages: _spelling, tabBar: _raw, ...rest } = value;
  const tabBar = readTabBar(tree, source, pages, problems);
  const config: AppConfig = {
    ...rest,
    pages: [...new Set(pages)],
    subPackages,
    window: isObject(value['window']) ? value['window'] : {},
    ...(tabBar && { tabBar }),
    theme: readTheme(tree, value, problems),
  };
  return { config, source, problems };
}

function readSubPackages(app: JsonObject): AppConfig['subPackages'] {
  const declared = app['subPackages'] ?? app['subpackages'];
  if (!Array.isArray(declared)) return [];
  return declared.filter(isObject).map(entry => ({
    ...(typeof entry['name'] === 'string' && { name: entry['name'] }),
    ...(entry['independent'] === true && { independent: true }),
    root: String(entry['root'] ?? '').replace(/^\/|\/$/g, ''),
    pages: asStrings(entry['pages']),
  }));
}

function fullPaths(subPackage: { root: string; pages: string[] }): string[] {
  return subPackage.pages.map(page => `${subPackage.root}/${withoutSlash(page)}`);
}

function readTabBar(
  tree: SourceTree,
  source: JsonSource,
  pages: string[],
  problems: Problem[],
): AppConfig['tabBar'] | undefined {
  const tabBar = source.value['tabBar'];
  if (!isObject(tabBar)) return undefined;
  const list = Array.isArray(tabBar['list']) ? tabBar['list'].filter(isObject) : [];
  const items = list.map((item): TabBarItem => {
    const pagePath = withoutSlash(String(item['pagePath'] ?? ''));
    if (!pages.includes(pagePath))
      problems.push(source.problemAt(pagePath, `tab bar page ${pagePath} is not among the pages`));
    const icons = ['iconPath', 'selectedIconPath'].map(key => [
      key,
      readIcon(tree, source, item[key], problems),
    ]);
    const present = icons.filter(([, icon]) => icon !== undefined);
    return { pagePath, text: String(item['text'] ?? ''), ...Object.fromEntries(present) };
  });
  return { ...tabBar, list: items };
}

function readIcon(
  tree: SourceTree,
  source: JsonSource,
  icon: unknown,
  problems: Problem[],
): string | undefined {
  if (typeof icon !== 'string' || icon === '') return undefined;
  if (icon.startsWith('@')) return icon;
  const file = withoutSlash(icon);
  if (!tree.locate(file)) problems.push(source.problemAt(icon, `tab bar icon ${icon} does not exist`));
  return assetUrl(file);
}

/** theme.json (or the file `themeLocation` names): `@name` values for light and dark. */
function readTheme(tree: SourceTree, app: JsonObject, problems: Problem[]): AppConfig['theme'] {
  const declared = app['themeLocation'];
  const file = withoutSlash(typeof declared === 'string' ? declared : 'theme.json');
  const theme = new JsonSource(file, tree.read(file) ?? '{}');
  problems.push(...theme.problems);
  const read = (name: string) => stringEntries(theme.value[name], file);
  return { light: read('light'), dark: read('dark') };
}

/** Icon paths in theme.json become addresses as those in app.json do; colours stay. */
function stringEntries(value: unknown, themeFile?: string): Record<string, string> {
  if (!isObject(value)) return {};
  const isIcon = (text: string) => themeFile !== undefined && /\.(png|jpe?g|svg|gif)$/i.test(text);
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(
    entries.map(([key, text]) => [key, isIcon(text) ? assetUrl(withoutSlash(text)) : text]),
  );
}

export const ASSET_BASE = '/-/root/';

export function assetUrl(file: string): string {
  return ASSET_BASE + file.split('/').map(encodeURIComponent).join('/');
}

function withoutSlash(file: string): string {
  return file.replace(/^(\.?\/)+/, '');
}
