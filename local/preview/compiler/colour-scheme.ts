import { type AtRule, list, type Rule } from 'postcss';
import selectorParser, { type Node, type Selector } from 'postcss-selector-parser';

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/i;

/**
 * Turns `@media (prefers-color-scheme: …)` into a condition on `data-theme`, so that the switch beside the phone
 * decides and not the machine's own setting. `:where` keeps the specificity as it was; the condition stands on the
 * element itself because inside `@scope`, where the host puts sheets, an ancestor outside the scope is not seen.
 */
export function followThemeSwitch(media: AtRule): void {
  const branches = list.comma(media.params);
  if (!branches.some(branch => SCHEME.test(branch))) return;
  for (const branch of branches) {
    const scheme = SCHEME.exec(branch)?.[1]?.toLowerCase();
    const copy = media.cloneBefore({ params: withoutScheme(branch) });
    if (scheme) copy.walkRules(rule => underTheme(rule, scheme));
    if (copy.params === '' && copy.nodes) copy.replaceWith(copy.nodes);
  }
  media.remove();
}

const CONDITIONS: Record<string, string> = {
  dark: ':where([data-theme="dark"] *)',
  light: ':where(:not([data-theme="dark"] *))',
};

function underTheme(rule: Rule, scheme: string): void {
  if (isKeyframe(rule)) return;
  const condition = CONDITIONS[scheme] ?? '';
  rule.selector = selectorParser(root => {
    root.each(selector => addCondition(selector, condition));
  }).processSync(rule.selector);
}

/** Behind the last compound selector, but before its pseudo-element: nothing may follow one. */
function addCondition(selector: Selector, condition: string): void {
  const where = selectorParser.string({ value: condition });
  const last = selector.nodes.map(node => node.type).lastIndexOf('combinator');
  const element = selector.nodes.slice(last + 1).find(isPseudoElement);
  if (element) selector.insertBefore(element, where);
  else selector.append(where);
}

function isPseudoElement(node: Node): boolean {
  return node.type === 'pseudo' && /^(::|:(before|after|first-line|first-letter)$)/.test(node.value);
}

export function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent;
  return parent?.type === 'atrule' && 'name' in parent && /keyframes$/i.test(String(parent.name));
}

function withoutScheme(query: string): string {
  const parts = query.split(/\s+and\s+/i).map(part => part.trim());
  return parts.filter(part => !SCHEME.test(part)).join(' and ');
}
