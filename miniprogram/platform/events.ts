/** A tap or another touch on an element with `data-…` attributes. */
export type Touched<Dataset extends object> = WechatMiniprogram.BaseEvent<
  WechatMiniprogram.IAnyObject,
  Dataset & WechatMiniprogram.IAnyObject
>;

/** What a component or an input tells. */
export type Told<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;
