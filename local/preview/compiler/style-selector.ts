import selectorParser, { type Root } from 'postcss-selector-parser';
import { BUILTIN_TAGS } from './builtin-tags';
import type { StyleScope } from './style-compiler';

/**
 * A WXSS selector as the preview's document needs it: classes get the component's prefix, built-in tags become
 * `wx-<tag>` elements, `:host` the element that glass-easel marks with `wx-host`. Tags, ids and attributes are not
 * isolated, as in WeChat.
 */
export function scopeSelector(selector: string, scope: StyleScope): string {
  return selectorParser(root => scopeNodes(root, scope)).processSync(selector);
}

function scopeNodes(root: Root, scope: StyleScope): void {
  root.walk(node => {
    if (node.type === 'class' && scope.classes) node.value = `${scope.classes}--${node.value}`;
    else if (node.type === 'tag') node.value = tagName(node.value);
    else if (node.type === 'pseudo' && node.value === ':host') {
      const conditions = node.nodes.map(condition => condition.toString()).join('');
      node.replaceWith(selectorParser.string({ value: `[wx-host="${scope.host}"]${conditions}` }));
    }
  });
}

function tagName(tag: string): string {
  if (tag === 'page') return 'wx-page';
  return BUILTIN_TAGS.has(tag) ? `wx-${tag}` : tag;
}
