/** Tags that WeChat itself defines: in WXSS they mean the `wx-<tag>` elements of the preview, in WXML they need no entry in usingComponents. */
export const BUILTIN_TAGS: ReadonlySet<string> = new Set(
  `ad ad-custom audio block button camera canvas channel-live channel-video checkbox checkbox-group cover-image
   cover-view custom-wrapper draggable-sheet editor editor-portal form functional-page-navigator grid-builder
   grid-view icon image import include input keyboard-accessory label list-builder list-view live-player
   live-pusher map match-media movable-area movable-view navigation-bar navigator nested-scroll-body
   nested-scroll-header official-account official-account-publish open-container open-data open-data-item
   open-data-list page-container page-meta picker picker-view picker-view-column progress radio radio-group
   rich-text root-portal scroll-view selection share-element slider slot snapshot span sticky-header
   sticky-section store-coupon store-gift store-home store-product swiper swiper-item switch template text
   textarea video view voip-room web-view wxs xr-scene`.split(/\s+/),
);

/** WeChat shows tags of HTML as plain inline elements, without a complaint. */
const HTML_TAGS: ReadonlySet<string> = new Set(
  `a abbr article aside b big br center code dd del div dl dt em fieldset footer h1 h2 h3 h4 h5 h6 header hr i img
   ins legend li main nav ol p pre q s section small strong sub sup table tbody td tfoot th thead tr tt u ul
   wx-open-launch-weapp`.split(/\s+/),
);

/** Also the families that are too many to list: xr-frame's elements and Skyline's gesture handlers. */
export function isKnownTag(tag: string): boolean {
  if (BUILTIN_TAGS.has(tag) || HTML_TAGS.has(tag)) return true;
  return tag.startsWith('xr-') || tag.endsWith('-gesture-handler');
}
