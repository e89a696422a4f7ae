/** Query parameters that say where a click came from and not what is shown. */
const TRACKING =
  /^(utm_.*|spm|from|share_.*|scene|sessionid|isappinstalled|clicktime|enterid|ascene|devicetype|version|pass_ticket|chksm|wx_header|fbclid|gclid|mpshare|srcid|sharer_.*)$/i;

/** Parameters that make up the address of an article of an official account, in WeChat's own order. */
const ARTICLE = ['__biz', 'mid', 'idx', 'sn'];

function keptParameters(url: URL): [string, string][] {
  const all = [...url.searchParams.entries()];
  const isArticle = url.hostname === 'mp.weixin.qq.com' && ARTICLE.every(name => url.searchParams.has(name));
  const kept = all.filter(([name]) => (isArticle ? ARTICLE.includes(name) : !TRACKING.test(name)));
  return kept.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

/**
 * One spelling for all addresses of the same thing: https, lower-case host, no tracking, no fragment, sorted
 * parameters, no slash at the end. undefined when it is not a web address of ≤ 1,000 characters.
 */
export function canonicalUrl(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 1000 || !/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return undefined;
  const query = new URLSearchParams(keptParameters(url)).toString();
  const host = url.host.replace(/^www\./, '').replace(/:(80|443)$/, '');
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${host}${path}${query === '' ? '' : `?${query}`}`;
}
