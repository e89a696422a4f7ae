import { defineBuiltin } from './builtin';

/** Bounds of the movable-views in it; they look for it themselves. */
export const movableArea = defineBuiltin({
  tag: 'movable-area',
  defaults: { scaleArea: false },
  css: 'wx-movable-area{position:relative;display:block;width:10px;height:10px}',
  create: () => ({}),
});
