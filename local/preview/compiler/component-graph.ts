import type { Problem } from './app-bundle';
import type { AppSource } from './app-config';
import { isKnownTag } from './builtin-tags';
import { type ComponentSource, readComponent, readUsing } from './component-config';
import { positionOf } from './json-source';
import type { SourceTree } from './source-tree';
import type { TemplateCompiler } from './template-compiler';

/** Everything reachable from app.json: children before parents, pages last. Adds their templates on the way. */
export function collectComponents(
  tree: SourceTree,
  app: AppSource,
  templates: TemplateCompiler,
  problems: Problem[],
): ComponentSource[] {
  const found = new Map<string, ComponentSource>();
  const pages = app.config.pages;
  const appUsing = readUsing(tree, app.source, problems);

  function visit(path: string): void {
    if (found.has(path)) return;
    const own = tree.isOwn(path);
    const component = readComponent(tree, path, pages.includes(path), own ? appUsing : {});
    // Taken before its children so that a cycle ends; moved behind them afterwards.
    found.set(path, component);
    for (const target of dependencies(component)) visit(target);
    found.delete(path);
    found.set(path, component);
    problems.push(...component.problems);
    const tags = templates.add(path);
    if (own) problems.push(...unknownTags(tree, component, tags));
  }

  if (app.config.tabBar?.custom) visit('custom-tab-bar/index');
  for (const page of pages) {
    if (exists(tree, page)) visit(page);
    else problems.push(app.source.problemAt(lastPart(page, app), `page ${page} does not exist`));
  }
  const all = [...found.values()];
  return [...all.filter(component => !component.isPage), ...all.filter(component => component.isPage)];
}

function dependencies({ json }: ComponentSource): string[] {
  const defaults = Object.values(json.componentGenerics ?? {}).map(value =>
    typeof value === 'object' ? value.default : undefined,
  );
  return [...Object.values(json.usingComponents), ...defaults].flatMap(target =>
    target?.startsWith('/') ? [target.slice(1)] : [],
  );
}

function unknownTags(
  tree: SourceTree,
  component: ComponentSource,
  tags: { tag: string; file: string }[],
): Problem[] {
  const declared = new Set([
    ...Object.keys(component.json.usingComponents),
    ...component.declaredTags,
    ...Object.keys(component.json.componentGenerics ?? {}),
  ]);
  const unknown = tags.filter(({ tag }) => !declared.has(tag) && !isKnownTag(tag));
  return unknown.map(({ tag, file }) => ({
    file,
    ...positionOf(tree.read(file) ?? '', `<${tag}`),
    message: `<${tag}> is not in usingComponents of ${component.path}.json`,
    severity: 'warning',
  }));
}

function exists(tree: SourceTree, page: string): boolean {
  return ['.wxml', '.ts', '.js'].some(suffix => tree.locate(page + suffix));
}

/** A page of a subpackage stands in app.json without its root. */
function lastPart(page: string, app: AppSource): string {
  const written = JSON.stringify(page);
  if (app.source.text.includes(written)) return page;
  const owner = app.config.subPackages.find(({ root }) => page.startsWith(`${root}/`));
  return owner ? page.slice(owner.root.length + 1) : page;
}
