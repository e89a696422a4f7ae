import { Parser } from 'htmlparser2';
import { coverOf, lineOf } from '../imports/formats/texts';

/** What a page says of itself; lengths are those of a snapshot. */
export interface PageFacts {
  title?: string;
  author?: string;
  cover?: string;
  /** It says that what was here has been taken away. */
  isGone: boolean;
}

/** Elements by id in which articles of official accounts name themselves and their account. */
const NAMED = ['activity-name', 'js_name'];
/** Variables in which they say the same to their scripts. */
const VARIABLES = ['msg_title', 'nickname', 'msg_cdn_url'];

/** Said in place of an article that its author or WeChat took away, or whose account is no more. */
const GONE =
  /该内容已被发布者删除|此内容(因违规|被投诉|发送失败)?无法查看|此内容因违规已删除|该公众号已被?(封禁|注销|冻结)|此[帐账]号已[^。]{0,20}内容无法查看/;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** A script's text: `\\x26` and `\\'` as scripts write them, then entities as WeChat's `htmlDecode` reads them. */
const unescaped = (text: string): string =>
  text
    .replace(/\\x([\da-f]{2})|\\u([\da-f]{4})|\\(.)/gi, (_all, byte, unit, plain) =>
      plain === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : plain,
    )
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '');

function variableIn(script: string, name: string): string | undefined {
  const text = `(?:'((?:[^'\\\\\\n]|\\\\.)*)'|"((?:[^"\\\\\\n]|\\\\.)*)")`;
  const found = new RegExp(`\\bvar\\s+${name}\\s*=\\s*(?:htmlDecode\\(\\s*)?${text}`).exec(script);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

/** Gathers, while the page is parsed, what can name it. First come, first kept. */
class Gathered {
  readonly found = new Map<string, string>();
  /** What a reader sees, as far as a notice would be long. */
  visible = '';
  /** The element whose text is wanted: `title`, `script` or an id; its tag and how deep inside it we are. */
  private inside: { key: string; tag: string; depth: number; text: string } | undefined;

  keep(key: string, value: string | undefined): void {
    const text = value?.trim();
    if (text && !this.found.has(key)) this.found.set(key, text);
  }

  begin(tag: string, { id = '', property, name, content }: Record<string, string>): void {
    if (this.inside) {
      if (this.inside.tag === tag) this.inside.depth += 1;
      return;
    }
    if (tag === 'meta') this.keep((property ?? name ?? '').toLowerCase(), content);
    const key = NAMED.includes(id) ? id : tag;
    if (key !== tag || tag === 'title' || tag === 'script' || tag === 'style')
      this.inside = { key, tag, depth: 0, text: '' };
  }

  read(text: string): void {
    if (this.inside) this.inside.text += text;
    else if (this.visible.length < 4000) this.visible += text;
  }

  end(tag: string): void {
    if (this.inside?.tag !== tag) return;
    this.inside.depth -= 1;
    if (this.inside.depth >= 0) return;
    const { key, text } = this.inside;
    this.inside = undefined;
    if (key === 'script') for (const name of VARIABLES) this.keep(name, variableIn(text, name));
    else if (key !== 'style') this.keep(key, text);
  }
}

function gather(html: string): Gathered {
  const page = new Gathered();
  const parser = new Parser({
    onopentag: (tag, attributes) => page.begin(tag, attributes),
    ontext: text => page.read(text),
    onclosetag: tag => page.end(tag),
  });
  parser.end(html);
  return page;
}

/** Nothing but what a page says of its own accord, in the order of how exact it is. */
export function readFacts(html: string, base: URL): PageFacts {
  const { found, visible } = gather(html);
  const first = (...keys: string[]): string | undefined =>
    keys.map(key => found.get(key)).find(value => value !== undefined);
  const own = lineOf(first('og:title', 'twitter:title', 'msg_title', 'activity-name'), 200);
  const title = own ?? lineOf(found.get('title'), 200);
  const named = first('js_name', 'nickname', 'og:article:author', 'article:author', 'author', 'og:site_name');
  const author = lineOf(
    named !== undefined && /^https?:/i.test(named) ? found.get('og:site_name') : named,
    100,
  );
  const picture = first('og:image', 'twitter:image', 'msg_cdn_url');
  const isAddress = picture !== undefined && URL.canParse(picture, base.href);
  const cover = isAddress ? coverOf(new URL(picture, base).href) : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(cover !== undefined && { cover }),
    isGone: own === undefined && GONE.test(visible.replace(/\s+/g, '')),
  };
}
