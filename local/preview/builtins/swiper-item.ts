import { type BuiltinNode, defineBuiltin } from './builtin';

const DEFAULTS = { itemId: '', skipHiddenItemLayout: false };

const items = new WeakMap<object, SwiperItem>();

/** The page behind an element, if it is a swiper-item. */
export function swiperItemOf(element: object): SwiperItem | undefined {
  return items.get(element);
}

/** One page of a swiper; the swiper says where it stands. */
export class SwiperItem {
  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {}

  get itemId(): string {
    return this.node.data.itemId;
  }

  /** `offset` in items from the start of the track, `share` the part of the track one item takes, in per cent. */
  place(offset: number, share: number, vertical: boolean): void {
    const [x, y] = vertical ? [0, offset * 100] : [offset * 100, 0];
    const length = `${share}%`;
    const size = vertical ? `height:${length}` : `width:${length}`;
    this.node.element.setNodeStyle(`${size};transform:translate(${x}%,${y}%)`, PLACE_SEGMENT);
  }
}

/** glass-easel's StyleSegmentIndex.ANIMATION_EXTRA: the item's own `style` stays. */
const PLACE_SEGMENT = 2;

export const swiperItem = defineBuiltin({
  tag: 'swiper-item',
  defaults: DEFAULTS,
  create(node) {
    const item = new SwiperItem(node);
    items.set(node.element, item);
    return {};
  },
});
