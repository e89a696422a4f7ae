import type * as glassEasel from 'glass-easel';
import { BUILTIN_TAGS } from '../compiler/builtin-tags';
import type { PreviewHost } from '../host/preview-host';
import { type AnyBuiltin, defineBuiltin } from './builtin';
import { addBuiltinStyles } from './builtin-styles';
import { button } from './button';
import { canvas } from './canvas';
import { choices } from './choice';
import { form } from './form';
import { icon } from './icon';
import { coverImage, image } from './image';
import { input } from './input';
import { label } from './label';
import { installLightNodes, LIGHT_TAGS } from './light-node';
import { matchMedia } from './match-media';
import { movableArea } from './movable-area';
import { movableView } from './movable-view';
import { navigationBar } from './navigation-bar';
import { navigator } from './navigator';
import { pageMeta } from './page-meta';
import { picker } from './picker';
import { pickerViews } from './picker-view';
import { progress } from './progress';
import { richText } from './rich-text';
import { rootPortal } from './root-portal';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swiper } from './swiper';
import { swiperItem } from './swiper-item';
import { switchControl } from './switch';
import { textarea } from './textarea';
import { markUnknownComponent } from './unknown-component';

const BUILTINS: readonly AnyBuiltin[] = [
  button,
  canvas,
  ...choices,
  coverImage,
  form,
  icon,
  image,
  input,
  label,
  matchMedia,
  movableArea,
  movableView,
  navigationBar,
  navigator,
  pageMeta,
  picker,
  ...pickerViews,
  progress,
  richText,
  rootPortal,
  scrollView,
  slider,
  swiper,
  swiperItem,
  switchControl,
  textarea,
];

/** A tag WeChat knows and the preview does not. */
function unknownBuiltin(tag: string): AnyBuiltin {
  return defineBuiltin({
    tag,
    defaults: {},
    create: node => {
      markUnknownComponent(node.root, tag);
      return {};
    },
  });
}

let prepared = false;

/**
 * Makes WeChat's built-in components known in a component space, under their tags. Call it for every space
 * whose templates use them (`codeSpace.getComponentSpace()`), before anything is drawn: tags known "globally"
 * to glass-easel are known to one space.
 */
export function registerBuiltins(space: glassEasel.ComponentSpace, host: PreviewHost): void {
  if (!prepared) {
    prepared = true;
    document.documentElement.dataset['wxStyle'] = host.appConfig['style'] === 'v2' ? 'v2' : 'v1';
    addBuiltinStyles(BUILTINS.map(builtin => builtin.css));
    installLightNodes(host.framework);
  }
  const defined = new Set(BUILTINS.map(builtin => builtin.tag));
  for (const builtin of BUILTINS) builtin.define(space, host);
  for (const tag of BUILTIN_TAGS) {
    if (!defined.has(tag) && !LIGHT_TAGS.has(tag)) unknownBuiltin(tag).define(space, host);
  }
}
