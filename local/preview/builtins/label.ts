import type * as glassEasel from 'glass-easel';
import { type BuiltinNode, defineBuiltin, viewOf } from './builtin';
import { domOf, visitContent } from './element-tree';

const DEFAULTS = { for: '' };

/** The control a label stands for: the one named by `for`, else the first inside it. */
function controlOf(node: BuiltinNode<typeof DEFAULTS>): glassEasel.Element | undefined {
  const id = node.data.for;
  if (id !== '') return node.element.ownerShadowRoot?.getElementById(id);
  let control: glassEasel.Element | undefined;
  visitContent(node.host.framework, node.element, element => {
    if (!control && viewOf(element)?.activate) control = element;
    return !control;
  });
  return control;
}

export const label = defineBuiltin({
  tag: 'label',
  defaults: DEFAULTS,
  css: 'wx-label{display:inline}',
  create(node) {
    node.on('tap', event => {
      const control = controlOf(node);
      const origin = (event.getOriginalEvent() as Event | undefined)?.target;
      // A tap on the control itself has already done its work.
      if (!control || (origin instanceof Node && domOf(control)?.contains(origin))) return;
      viewOf(control)?.activate?.();
    });
    return {};
  },
});
