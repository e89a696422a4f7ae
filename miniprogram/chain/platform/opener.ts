type Channel = WechatMiniprogram.EventChannel | WechatMiniprogram.EmptyEventChannel;

/** Way back to the page that opened this one with `openWith`; undefined when WeChat opened it itself. */
export function openerOf(page: {
  getOpenerEventChannel?: () => Channel;
}): WechatMiniprogram.EventChannel | undefined {
  const channel = page.getOpenerEventChannel?.();
  return channel?.emit === undefined ? undefined : channel;
}
