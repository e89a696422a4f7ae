import { type AtRule, list, type Rule } from 'postcss';

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/i;

/**
 * Turns `@media (prefers-color-scheme: …)` into a condition on `data-theme`, so that the switch beside the phone
 * decides and not the machine's own setting. `:where` keeps the specificity as it was.
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

function underTheme(rule: Rule, scheme: string): void {
  if (isKeyframe(rule)) return;
  const condition =
    scheme === 'dark' ? ':where([data-theme="dark"])' : ':where(:not([data-theme="dark"]) > body)';
  rule.selectors = rule.selectors.map(selector => `${condition} ${selector}`);
}

export function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent;
  return parent?.type === 'atrule' && 'name' in parent && /keyframes$/i.test(String(parent.name));
}

function withoutScheme(query: string): string {
  const parts = query.split(/\s+and\s+/i).map(part => part.trim());
  return parts.filter(part => !SCHEME.test(part)).join(' and ');
}
