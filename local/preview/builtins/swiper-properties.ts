export const SWIPER_DEFAULTS = {
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  autoplay: false,
  current: 0,
  currentItemId: '',
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  previousMargin: '0px',
  nextMargin: '0px',
  snapToEdge: false,
  displayMultipleItems: 1,
  easingFunction: 'default',
  skipHiddenItemLayout: false,
};

export type SwiperData = typeof SWIPER_DEFAULTS;

export const easeOut = (share: number) => 1 - (1 - share) ** 3;

/** `easing-function`: part of the way done for the part of the time gone; `default` eases out. */
export const SWIPER_EASINGS: Record<string, (share: number) => number> = {
  linear: share => share,
  easeInCubic: share => share ** 3,
  easeOutCubic: easeOut,
  easeInOutCubic: share => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2),
};

export const SWIPER_CSS = `
wx-swiper{position:relative;display:block;height:150px;overflow:hidden}
.wx-swiper-track{position:absolute;inset:0}
wx-swiper-item{position:absolute;top:0;left:0;display:block;width:100%;height:100%;overflow:hidden;will-change:transform}
.wx-swiper-dots{position:absolute;bottom:10px;left:0;right:0;display:flex;justify-content:center;gap:8px;pointer-events:none}
.wx-swiper-dots>i{width:8px;height:8px;border-radius:50%}
wx-swiper[vertical]>.wx-swiper-dots{inset:0 10px 0 auto;flex-direction:column}
`;
