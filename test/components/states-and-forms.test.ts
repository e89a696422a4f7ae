import { Stage } from './stage';

describe('the state of a screen', () => {
  const given = { title: '这里是空的', hint: '清理掉的会在这里', action: '去导入' };
  const inside = '<view class="inside">内容</view>';

  it('draws what is inside only when it is ready', () => {
    const stage = new Stage('screen-state', { ...given, state: 'loading' }, [], inside);
    expect(stage.all('.bone').length).toBeGreaterThan(0);
    expect(stage.text).not.toContain('内容');
    stage.set({ state: 'ready' });
    expect(stage.text).toBe('内容');
  });

  it('says that the network is slow when it has loaded for a second', async () => {
    jest.useFakeTimers();
    const stage = new Stage('screen-state', { ...given, state: 'loading' }, [], inside);
    jest.advanceTimersByTime(999);
    expect(stage.text).not.toContain('网络有点慢');
    jest.advanceTimersByTime(1);
    expect(stage.text).toContain('网络有点慢');
    stage.set({ state: 'ready' });
    stage.set({ state: 'loading' });
    expect(stage.text).not.toContain('网络有点慢');
    stage.leave();
    jest.useRealTimers();
  });

  it('says of an empty one what to do, with a button for it', async () => {
    const stage = new Stage('screen-state', { ...given, state: 'empty' }, ['action', 'retry']);
    expect(stage.text).toBe('这里是空的清理掉的会在这里去导入');
    await stage.tap('.still-button', '去导入');
    expect(stage.told.map(({ name }) => name)).toEqual(['action']);
  });

  it.each([
    ['failed', '没能打开'],
    ['offline', '没有网络'],
  ])('offers another try when it is %s', async (state, title) => {
    const stage = new Stage('screen-state', { ...given, state, hint: '请稍后再试' }, ['action', 'retry']);
    expect(stage.text).toBe(`${title}请稍后再试重试`);
    await stage.tap('.still-button', '重试');
    expect(stage.told.map(({ name }) => name)).toEqual(['retry']);
  });
});

describe('the first-use guide', () => {
  it('goes through three steps and can be skipped at each', async () => {
    const stage = new Stage('first-guide', { step: 1 }, ['go', 'skip']);
    expect(stage.text).toContain('第 1 步，共 3 步');
    expect(stage.text).toContain('导入一份名单');
    stage.set({ step: 3 });
    expect(stage.text).toContain('第 3 步，共 3 步');
    expect(stage.text).toContain('知道了');
    await stage.tap('.link', '跳过');
    expect(stage.told.map(({ name }) => name)).toEqual(['skip']);
  });

  it('leaves to the page what a step does', async () => {
    const stage = new Stage('first-guide', { step: 2 }, ['go', 'skip']);
    await stage.tap('.guide-go', '看看名单');
    expect(stage.told.map(({ name }) => name)).toEqual(['go']);
  });
});

describe('the question about large letters', () => {
  it('offers first what is there already, and every size', async () => {
    const stage = new Stage('font-offer', { size: 'extra-large' }, ['choose']);
    expect(stage.text).toMatch(/就用特大，不用改大标准/);
    stage.set({ size: 'large' });
    expect(stage.text).toMatch(/就用大，不用改特大标准/);
  });
});

describe('the tags of an item', () => {
  const type = (stage: Stage, value: string) => stage.say('.tag-input', 'change', { value });

  it('can each be taken off', async () => {
    const stage = new Stage('tag-editor', { tags: ['新闻', '本地'] }, ['change']);
    await stage.tap('.mine', '新闻');
    expect(stage.told).toEqual([{ name: 'change', detail: { tags: ['本地'] } }]);
  });

  it('take a new one without the blanks around it, and none twice', async () => {
    const stage = new Stage('tag-editor', { tags: ['新闻'] }, ['change']);
    type(stage, '  本地 ');
    await stage.tap('.tag-add', '加上');
    type(stage, '新闻');
    await stage.tap('.tag-add', '加上');
    type(stage, '   ');
    await stage.tap('.tag-add', '加上');
    expect(stage.told).toEqual([{ name: 'change', detail: { tags: ['新闻', '本地'] } }]);
  });
});
