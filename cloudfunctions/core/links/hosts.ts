/**
 * Where links that people collect lead, and why each may be asked. A host covers its own subdomains, which belong to
 * the same operator. What is not here is never asked: an open fetcher would reach whatever its caller likes.
 */
const HOSTS: Record<string, string> = {
  'mp.weixin.qq.com': 'articles of official accounts',
  'v.qq.com': 'videos',
  'y.qq.com': 'music',
  'view.inews.qq.com': 'news passed on in WeChat',
  'new.qq.com': 'news',
  'bilibili.com': 'videos and columns',
  'b23.tv': 'short links of bilibili.com',
  'zhihu.com': 'answers and columns',
  'weibo.com': 'posts',
  'weibo.cn': 'posts, on phones',
  'douban.com': 'books, films, notes',
  'xiaohongshu.com': 'notes',
  'xhslink.com': 'short links of xiaohongshu.com',
  'douyin.com': 'videos',
  'kuaishou.com': 'videos',
  'toutiao.com': 'news',
  'music.163.com': 'music',
  'news.163.com': 'news',
  'www.163.com': 'news',
  'sina.com.cn': 'news',
  'sohu.com': 'news',
  'thepaper.cn': 'news',
  'people.com.cn': 'news',
  'news.cn': 'news',
  'cctv.com': 'news and videos',
  'caixin.com': 'news',
  '36kr.com': 'articles',
  'huxiu.com': 'articles',
  'sspai.com': 'articles',
  'jianshu.com': 'articles',
  'juejin.cn': 'articles',
  'csdn.net': 'articles',
  'cnblogs.com': 'articles',
  'segmentfault.com': 'articles',
  'infoq.cn': 'articles',
  'ithome.com': 'articles',
  'guokr.com': 'articles',
  'ximalaya.com': 'audio',
  'xiaoyuzhoufm.com': 'podcasts',
  'youku.com': 'videos',
  'iqiyi.com': 'videos',
  'yuque.com': 'documents',
  'github.com': 'projects',
  'gitee.com': 'projects',
  'wikipedia.org': 'encyclopedia',
};

const isListed = (host: string): boolean =>
  Object.hasOwn(HOSTS, host) || (host.includes('.') && isListed(host.slice(host.indexOf('.') + 1)));

/** Whether an address may be asked at all: a listed host by name, http or https, on its usual port, nobody named. */
export const isAllowed = ({ protocol, hostname, port, username, password }: URL): boolean =>
  (protocol === 'https:' || protocol === 'http:') &&
  port === '' &&
  username === '' &&
  password === '' &&
  isListed(hostname.replace(/\.$/, ''));
