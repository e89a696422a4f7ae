import {
  linkCard,
  linkIn,
  nameOfLink,
  snapshotOf,
  suggestedName,
  suggestedType,
} from '../../../miniprogram/view/link-card';
import { noon } from './samples';

const url = 'https://mp.weixin.qq.com/s/abc';
const link = { url, found: true, title: '膝盖疼先别跑', author: '李医生', dead: false };
const silent = { url, found: false, dead: false };

describe('a link', () => {
  it('is found among the words it was shared with', () => {
    expect(linkIn(`【膝盖疼先别跑】${url} 复制打开`)).toBe(url);
    expect(linkIn(`看看${url}，很好`)).toBe(url);
    expect(linkIn('没有链接')).toBeUndefined();
  });

  it('stands in for a name, as long as a name may be', () => {
    expect(nameOfLink(url)).toBe('mp.weixin.qq.com/s/abc');
    expect(nameOfLink(`https://${'长'.repeat(200)}`)).toHaveLength(100);
  });

  it('names a follow after its account and a content after its title', () => {
    expect(suggestedName(link, 'follow')).toBe('李医生');
    expect(suggestedName(link, 'favorite')).toBe('膝盖疼先别跑');
    expect(suggestedName({ url, found: true, dead: false, title: '只有标题' }, 'follow')).toBe('只有标题');
    expect(suggestedName(silent, 'like')).toBe('');
  });

  it('says article or video of a content, and nothing of an account', () => {
    expect(suggestedType(url, 'favorite')).toBe('article');
    expect(suggestedType('https://www.bilibili.com/video/BV1', 'like')).toBe('video');
    expect(suggestedType(url, 'follow')).toBeUndefined();
  });

  it('shows what it is, and when nothing can be read that it is kept as it is', () => {
    expect(linkCard(link)).toEqual({ state: 'found', title: '膝盖疼先别跑', hint: '李医生', cover: '' });
    expect(linkCard({ ...link, dead: true }).hint).toBe('李医生 · 链接已经失效');
    expect(linkCard(silent)).toMatchObject({ state: 'bare', title: '没读到内容，会按链接保存', hint: '' });
  });

  it('leaves a snapshot of what it said, none when it said nothing', () => {
    expect(snapshotOf(link, noon)).toEqual({ title: '膝盖疼先别跑', author: '李医生', takenAt: noon });
    expect(snapshotOf(silent, noon)).toBeUndefined();
  });
});
