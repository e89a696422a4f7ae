import { appearanceOf, sizeForScale } from '../../../miniprogram/view/appearance';
import { failureView, refusalText } from '../../../miniprogram/view/refusal';
import { chinaAt } from '../../support/china-at';
import { noon } from './samples';

describe('appearance', () => {
  const system = { fontScale: 1.4, theme: 'dark' as const };

  it('follows the system until chosen by hand', () => {
    expect(appearanceOf({ fontMode: 'system', theme: 'system' }, system)).toMatchObject({
      classes: 'app font-extra-large theme-dark',
      big: true,
    });
    expect(appearanceOf({ fontMode: 'standard', theme: 'light' }, system)).toMatchObject({
      classes: 'app font-standard theme-light',
      big: false,
    });
  });

  it('gives three times as long to undo in the large modes', () => {
    expect(appearanceOf({ fontMode: 'standard', theme: 'light' }, system).undoMs).toBe(10_000);
    expect(appearanceOf({ fontMode: 'large', theme: 'light' }, system).undoMs).toBe(30_000);
  });

  it('takes 关怀模式 for the largest size and small steps for the standard one', () => {
    expect([0.8, 1, 1.1].map(sizeForScale)).toEqual(['standard', 'standard', 'standard']);
    expect([1.12, 1.29].map(sizeForScale)).toEqual(['large', 'large']);
    expect(sizeForScale(1.4)).toBe('extra-large');
  });
});

describe('refusals', () => {
  it('say which limit and when it can go on', () => {
    const error = {
      code: 'RATE_LIMITED' as const,
      message: '',
      policy: 'unfollow' as const,
      retryAt: chinaAt(2026, 0, 16, 9),
    };
    expect(refusalText(error, noon)).toBe('取消关注的额度用完了，明天 09:00 以后可以再试');
  });

  it.each([
    ['draft.name', 100, '名称最多 100 个字'],
    ['changes.note', 1000, '备注最多 1,000 个字'],
    ['changes.tags', 20, '标签最多 20 个'],
    ['draft.tags.3', 20, '每个标签最多 20 个字'],
    ['filter.tag', 20, '每个标签最多 20 个字'],
    ['draft.url', 1000, '链接最长 1,000 个字符'],
    ['selection.ids', 5000, '一次最多 5,000 个，请分几次来'],
    ['source.text', 60_000, '文字最多 60,000 个字，请存成文件再选'],
  ])('say of %s that it may have %i', (path, max, text) => {
    expect(refusalText({ code: 'TOO_LARGE', message: '超出了上限', path, max }, noon)).toBe(text);
  });

  it('pass on what the server says of a size that no field has', () => {
    const error = { code: 'TOO_LARGE' as const, message: '一次最多导入 20,000 行，请分成几次', max: 20_000 };
    expect(refusalText(error, noon)).toBe(error.message);
    expect(refusalText({ ...error, message: '' }, noon)).toBe('内容太多了，请分几次来');
  });

  it('give a number to quote when the fault is ours', () => {
    expect(refusalText({ code: 'INTERNAL', message: '', requestId: 'abcdef0123' }, noon)).toContain(
      'abcdef01',
    );
  });

  it('pass on what the server says is wrong with a file', () => {
    const error = { code: 'BAD_INPUT' as const, message: '不认识这种内容' };
    expect(refusalText(error, noon)).toBe('不认识这种内容');
  });

  it('fall back to the plain sentence', () => {
    expect(refusalText({ code: 'UNAVAILABLE', message: 'x' }, noon)).toBe(
      '暂时连不上，请检查网络，或过一会儿再试',
    );
  });

  it('tells a phone without a network from a cloud that does not answer', () => {
    const error = { code: 'UNAVAILABLE' as const, message: '' };
    expect(failureView(error, noon, false)).toEqual({ state: 'offline', failure: '连上网络以后再试一次' });
    expect(failureView(error, noon, true).state).toBe('failed');
    expect(failureView({ code: 'FORBIDDEN', message: '' }, noon, false).state).toBe('failed');
  });
});
