import { Stage } from './stage';

const row = {
  id: 'one',
  name: '微信团队',
  letter: '微',
  color: '#3A6EA5',
  line: '每月 1 次 · 上次打开 2025-08-03',
  tags: [{ text: '沉默', tone: 'warn' }],
  checked: false,
};

describe('a row', () => {
  it('says who, the evidence, and its labels in words', () => {
    const stage = new Stage('item-row', { row });
    expect(stage.text).toBe('微微信团队沉默每月 1 次 · 上次打开 2025-08-03');
    expect(stage.all('.tag-warn')).toHaveLength(1);
  });

  it('shows a tick only while selecting, and only on what is selected', () => {
    const stage = new Stage('item-row', { row, selecting: false });
    expect(stage.all('.check')).toHaveLength(0);
    stage.set({ selecting: true });
    expect(stage.all('.check')).toHaveLength(1);
    expect(stage.all('.check-on')).toHaveLength(0);
    stage.set({ row: { ...row, checked: true } });
    expect(stage.all('.check-on')).toHaveLength(1);
  });

  it('lets a tap reach the page and takes a button of the page inside', async () => {
    const stage = new Stage('item-row', { row }, ['tap'], '<view class="restore">找回</view>');
    expect(stage.text).toContain('找回');
    await stage.tap('.name');
    expect(stage.told.map(({ name }) => name)).toEqual(['tap']);
  });

  it('gives a reason two lines where there is one to read', () => {
    const stage = new Stage('item-row', {
      row: { ...row, outcome: { text: '已有', tone: 'plain' } },
      wordy: true,
    });
    expect(stage.all('.two-lines')).toHaveLength(1);
    expect(stage.all('.tag-plain')[0]?.dom?.textContent).toBe('已有');
  });
});

describe('a row with a button beside it', () => {
  const given = { row, aside: '不再关注', opened: true };

  it('has none unless it is given its words', () => {
    expect(new Stage('item-row', { row }).all('.aside')).toEqual([]);
    expect(new Stage('item-row', given).all('.aside')).toHaveLength(1);
  });

  it('tells of the tap on it, which is no tap on the row', async () => {
    const stage = new Stage('item-row', given, ['tap', 'aside']);
    await stage.tap('.aside', '不再关注');
    expect(stage.told.map(({ name }) => name)).toEqual(['aside']);
  });
});

describe('the picture of a row', () => {
  const cover = 'https://example.com/1.jpg';

  it('lies over the letter, which is there again when it does not load', () => {
    const stage = new Stage('item-row', { row: { ...row, cover } });
    expect(stage.all('.cover')).toHaveLength(1);
    stage.say('.cover', 'error', {});
    expect(stage.all('.cover')).toEqual([]);
    expect(stage.text).toContain('微');
  });

  it('is tried anew for another item', () => {
    const stage = new Stage('item-row', { row: { ...row, cover } });
    stage.say('.cover', 'error', {});
    stage.set({ row: { ...row, id: 'two', cover: 'https://example.com/2.jpg' } });
    expect(stage.all('.cover')).toHaveLength(1);
  });
});

describe('chips', () => {
  const chips = [
    { id: 'silent', text: '90 天没打开 38', on: true },
    { id: 'starred', text: '星标 3', on: false },
  ];

  it('mark the ones that are on, with a sign beside the colour when they are wrapped', () => {
    const stage = new Stage('choice-chips', { chips, label: '筛选', wrap: true });
    expect(stage.all('.chip-on').map(({ dom }) => dom?.textContent)).toEqual(['90 天没打开 38']);
    expect(stage.all('.icon-check')).toHaveLength(1);
  });

  it('tell which one was tapped and change nothing by themselves', async () => {
    const stage = new Stage('choice-chips', { chips, label: '筛选' }, ['pick']);
    await stage.tap('.chip', '星标');
    expect(stage.told).toEqual([{ name: 'pick', detail: { id: 'starred' } }]);
    expect(stage.all('.chip-on')).toHaveLength(1);
  });
});

describe('a setting', () => {
  it('is switched by a tap anywhere on its row, and shows what the page makes of it', async () => {
    const stage = new Stage('switch-line', { name: '保护', note: '永远不动它', value: false }, ['change']);
    await stage.tap('.switch', '永远不动它');
    expect(stage.told).toEqual([{ name: 'change', detail: { value: true } }]);
    expect(stage.all('.track-on')).toEqual([]);
    stage.set({ value: true });
    expect(stage.all('.track-on')).toHaveLength(1);
  });
});

describe('an unfinished batch', () => {
  const batch = { id: 'b', title: '不再关注 19 / 38', hint: '已暂停', percent: 50 };

  it('says how far it is and leads on with a tap', async () => {
    const stage = new Stage('batch-card', { batch }, ['tap']);
    expect(stage.text).toBe('不再关注 19 / 38已暂停50%');
    await stage.tap('.batch');
    expect(stage.told).toHaveLength(1);
  });
});
