import { defineBuiltin } from './builtin';

/**
 * Takes what it holds out of the boxes around it, to the end of the page: nothing clips it, no transform or
 * stacking order of an ancestor touches it. Events still go up the way the WXML is nested.
 */
export const rootPortal = defineBuiltin({
  tag: 'root-portal',
  defaults: { enable: true },
  css: 'wx-root-portal,.wx-portal-content{display:contents}',
  create(node) {
    const slot = document.createElement('div');
    slot.className = 'wx-portal-content';
    node.root.append(slot);
    let page: HTMLElement | null = null;
    const place = () => {
      const home = node.data.enable && page ? page : node.root;
      if (slot.parentElement !== home) home.append(slot);
    };
    return {
      slot,
      update: place,
      attached() {
        page = node.root.closest<HTMLElement>('wx-page');
        place();
      },
      detached() {
        page = null;
        place();
      },
    };
  },
});
