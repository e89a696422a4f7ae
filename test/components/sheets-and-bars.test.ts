import { Stage } from './stage';

const view = {
  title: '不再关注这 38 个号？',
  recover: '72 小时内可以在“最近删除”里全部找回',
  people: [
    { id: '1', name: '科技周刊', letter: '科', color: '#3A6EA5' },
    { id: '2', name: '城市早知道', letter: '城', color: '#7A5195' },
  ],
  more: '+36',
  fewNames: '科技周刊等 38 个',
  allNames: '科技周刊、城市早知道等 38 个',
  facts: [
    { name: '会跳过', text: '1 个受保护的：家长学校' },
    { name: '今日额度', text: '用掉 38，还剩 162（每天 200）' },
  ],
  action: '不再关注',
  canConfirm: true,
};

describe('the confirm sheet', () => {
  const events = ['confirm', 'dismiss'];

  it('is not there until it is asked for', () => {
    const stage = new Stage('confirm-sheet', { visible: false, view });
    expect(stage.text).toBe('');
  });

  it('says who, who is skipped and why, what it costs and until when it can be undone', () => {
    const { text } = new Stage('confirm-sheet', { visible: true, view });
    for (const words of [view.title, view.recover, '城市早知道', '+36', '家长学校', '还剩 162']) {
      expect(text).toContain(words);
    }
  });

  it('names a few in large letters and more on request', async () => {
    const stage = new Stage('confirm-sheet', { visible: true, view, big: true });
    expect(stage.text).toContain(view.fewNames);
    expect(stage.text).not.toContain('城市早知道');
    await stage.tap('.show-names');
    expect(stage.text).toContain(view.allNames);
    expect(stage.all('.show-names')).toEqual([]);
    stage.set({ view: { ...view, title: '不再关注这 2 个号？' } });
    expect(stage.text).not.toContain('城市早知道');
  });

  it('offers the way back beside the way on', async () => {
    const stage = new Stage('confirm-sheet', { visible: true, view }, events);
    await stage.tap('.button', '再想想');
    await stage.tap('.button', '不再关注');
    expect(stage.told.map(({ name }) => name)).toEqual(['dismiss', 'confirm']);
  });

  it('takes no second tap while the first is on its way', async () => {
    const stage = new Stage('confirm-sheet', { visible: true, view, busy: true }, events);
    await stage.tap('.button', '不再关注');
    expect(stage.told).toEqual([]);
  });

  it('has no way on when there is nothing to do', () => {
    const stage = new Stage('confirm-sheet', { visible: true, view: { ...view, canConfirm: false } });
    expect(stage.all('.button').map(({ dom }) => dom?.textContent)).toEqual(['再想想']);
  });

  it('counts a tap beside it as the way back', () => {
    const stage = new Stage('confirm-sheet', { visible: true, view }, events);
    stage.say('.sheet-popup', 'visible-change', { visible: false });
    expect(stage.told.map(({ name }) => name)).toEqual(['dismiss']);
  });
});

describe('the undo bar', () => {
  const events = ['undo', 'close'];
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes by itself after its time and not a moment before', () => {
    const stage = new Stage('undo-bar', { text: '', stayMs: 10_000 }, events);
    expect(stage.text).toBe('');
    stage.set({ text: '已移除 微信团队' });
    jest.advanceTimersByTime(9_999);
    expect(stage.told).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(stage.told.map(({ name }) => name)).toEqual(['close']);
  });

  it('stays 30 seconds in the large modes', () => {
    const stage = new Stage('undo-bar', { text: '', stayMs: 30_000 }, events);
    stage.set({ text: '已移除 微信团队' });
    jest.advanceTimersByTime(29_999);
    expect(stage.told).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(stage.told).toHaveLength(1);
  });

  it('starts its time anew with a new text', () => {
    const stage = new Stage('undo-bar', { text: '', stayMs: 10_000 }, events);
    stage.set({ text: '已移除 甲' });
    jest.advanceTimersByTime(6_000);
    stage.set({ text: '已移除 乙' });
    jest.advanceTimersByTime(6_000);
    expect(stage.told).toEqual([]);
  });

  it('tells of the tap on its button and then no more', async () => {
    const stage = new Stage('undo-bar', { text: '', stayMs: 10_000 }, events);
    stage.set({ text: '已移除 微信团队' });
    await stage.tap('.undo-action', '撤销');
    jest.advanceTimersByTime(60_000);
    expect(stage.told.map(({ name }) => name)).toEqual(['undo']);
  });

  it('has a second way on only where one is named, and it ends the waiting as well', async () => {
    const stage = new Stage('undo-bar', { text: '', more: '', stayMs: 10_000 }, ['undo', 'more', 'close']);
    stage.set({ text: '已移除 微信团队' });
    expect(stage.text).toBe('已移除 微信团队撤销');
    stage.set({ more: '说原因' });
    await stage.tap('.undo-action', '说原因');
    jest.advanceTimersByTime(60_000);
    expect(stage.told.map(({ name }) => name)).toEqual(['more']);
  });

  it('is silent once its page is gone', () => {
    const stage = new Stage('undo-bar', { text: '', stayMs: 10_000 }, events);
    stage.set({ text: '已移除 微信团队' });
    stage.leave();
    expect(jest.getTimerCount()).toBe(0);
  });
});
