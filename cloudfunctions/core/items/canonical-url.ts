/** As stored; a longer address is none. */
const LENGTH_MAX = 1000;

/** Parameters that say where a click came from and not what is shown, on whatever site. */
const TRACKING =
  /^(utm_.*|spm|spm_id_from|from_spmid|vd_source|share_.*|isappinstalled|fbclid|gclid|msclkid|yclid|igshid|mc_[ce]id)$/i;

/** What WeChat writes into `from` when a link is passed on; other values of `from` belong to the site. */
const PASSED_ON = /^(singlemessage|groupmessage|timeline)$/;

/** Parameters that make up the address of an article of an official account, and of the account's own page. */
const ARTICLE = ['__biz', 'mid', 'idx', 'sn'];
const PROFILE = ['action', '__biz'];

/** What WeChat adds to other addresses of official accounts: who looks, with what, and from where. */
const WECHAT =
  /^(a8?scene|scene|subscene|sessionid|clicktime|enterid|devicetype|version|pass_ticket|chksm|wx_header|srcid|mpshare|sharer_.*|lang|nettype|fontgear|exportkey|uin|key)$/i;

/** Hosts for small screens whose paths are those of the site itself; other `m.` hosts have paths of their own. */
const SITES: Record<string, string> = {
  'm.bilibili.com': 'bilibili.com',
  'm.36kr.com': '36kr.com',
  'm.huxiu.com': 'huxiu.com',
  'm.jiemian.com': 'jiemian.com',
  'm.thepaper.cn': 'thepaper.cn',
  'm.ximalaya.com': 'ximalaya.com',
  'm.youtube.com': 'youtube.com',
  'mobile.twitter.com': 'x.com',
  'twitter.com': 'x.com',
};

/** All that says what is shown at an address of official accounts, or undefined when that is not known. */
function articleParameters({ pathname, searchParams }: URL): string[] | undefined {
  // `/s/AbC…`: the path alone names the article.
  if (/^\/s\/[\w-]{10,}$/.test(pathname)) return [];
  if (pathname === '/mp/profile_ext' && searchParams.has('__biz')) return PROFILE;
  return ARTICLE.every(name => searchParams.has(name)) ? ARTICLE : undefined;
}

function isTracking(name: string, url: URL): boolean {
  if (url.hostname !== 'mp.weixin.qq.com') return TRACKING.test(name);
  const kept = articleParameters(url);
  return kept ? !kept.includes(name) : TRACKING.test(name) || WECHAT.test(name);
}

/** A fragment that is a route of the page's own (music.163.com/#/song?id=1) shows something else; others do not. */
const routeOf = ({ hash }: URL): string => (/^#[/!]/.test(hash) ? hash : '');

/** Without what tracks; everything else as it was given. */
function cleaned(url: URL): URL {
  const clean = new URL(url.href);
  const names = [...url.searchParams.keys()].filter(name => isTracking(name, url));
  for (const name of names) clean.searchParams.delete(name);
  const from = clean.searchParams.get('from');
  if (from !== null && PASSED_ON.test(from)) clean.searchParams.delete('from');
  clean.hash = routeOf(url);
  return clean;
}

function siteOf(host: string): string {
  const plain = host.replace(/^(www\.)+(?=[^.]+\.)/, '').replace(/\.m\.wikipedia\.org$/, '.wikipedia.org');
  return SITES[plain] ?? plain;
}

const evenly = (text: string): string => text.replace(/%[0-9a-f]{2}/gi, code => code.toUpperCase());

function spellingOf(url: URL): string {
  const parameters = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const query = new URLSearchParams(parameters).toString();
  const host = siteOf(url.host.replace(/:(80|443)$/, ''));
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  return evenly(`https://${host}${path}${query === '' ? '' : `?${query}`}${url.hash}`);
}

function readAddress(text: string): URL | undefined {
  // Addresses copied out of a page's source have their ampersands escaped.
  const address = text.trim().replace(/&(amp;)+/gi, '&');
  if (address.length > LENGTH_MAX || !/^https?:\/\//i.test(address) || !URL.canParse(address))
    return undefined;
  const url = new URL(address);
  url.hostname = url.hostname.replace(/\.$/, '');
  const isWeb = url.username === '' && url.password === '' && url.hostname.includes('.');
  return isWeb ? url : undefined;
}

export interface Address {
  /** Opens what was meant: the site's own spelling without tracking. */
  url: string;
  /** One spelling for all addresses of the same thing. */
  canonical: string;
}

/** Both spellings of a web address, each ≤ 1,000 characters; undefined when the text is none. */
export function addressOf(text: string): Address | undefined {
  const read = readAddress(text);
  if (!read) return undefined;
  const url = cleaned(read);
  const canonical = spellingOf(url);
  if (canonical.length > LENGTH_MAX) return undefined;
  return { url: url.href.length > LENGTH_MAX ? canonical : url.href, canonical };
}

/**
 * One spelling for all addresses of the same thing: https, the site's host without www, no tracking, no fragment
 * but a route, sorted parameters, no slash at the end. undefined when it is not a web address.
 */
export const canonicalUrl = (text: string): string | undefined => addressOf(text)?.canonical;
