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

/** Also the families that are too many to list: xr-frame's elements and Skyline's gesture handlers. */
export function isBuiltinTag(tag: string): boolean {
  return BUILTIN_TAGS.has(tag) || tag.startsWith('xr-') || tag.endsWith('-gesture-handler');
}
