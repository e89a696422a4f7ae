/** How near to an edge (px) is there, unless the page says. */
export const EDGE_PX = 50;

export const SCROLL_VIEW_DEFAULTS = {
  scrollX: false,
  scrollY: false,
  /** Lengths with a unit or without; null is `EDGE_PX`. */
  upperThreshold: null as unknown,
  lowerThreshold: null as unknown,
  scrollTop: null as unknown,
  scrollLeft: null as unknown,
  scrollIntoView: '',
  scrollIntoViewOffset: null as unknown,
  scrollIntoViewAlignment: 'start',
  scrollWithAnimation: false,
  enableBackToTop: false,
  enablePassive: null as unknown,
  enableFlex: false,
  scrollAnchoring: false,
  refresherEnabled: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '',
  refresherTriggered: false,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  enhanced: false,
  throttle: null as unknown,
  type: 'list',
  associativeContainer: '',
  reverse: false,
  clip: true,
  cacheExtent: null as unknown,
  minDragDistance: 18,
  scrollIntoViewWithinExtent: false,
  padding: null as unknown,
};

export type ScrollViewData = typeof SCROLL_VIEW_DEFAULTS;
