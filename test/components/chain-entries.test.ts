import { Stage } from './stage';

const row = {
  id: 'e1',
  number: '3',
  name: '王阿姨',
  line: '由 小林 代报 · 素食',
  people: '2 人',
  tag: '候补第 1 位',
  tone: 'plain',
  mine: '',
};

describe('a line of the list of people', () => {
  it('says number, name, who entered it, how many and where they stand', () => {
    expect(new Stage('chain/entry-row', { row }).text).toBe('3王阿姨由 小林 代报 · 素食候补第 1 位2 人');
  });

  it('marks what is mine in words, not by its colour alone', () => {
    const stage = new Stage('chain/entry-row', { row: { ...row, mine: '我', isMine: true, tag: '' } }, [
      'tap',
    ]);
    expect(stage.text).toContain('王阿姨我');
    expect(stage.all('.row-mine')).toHaveLength(1);
  });

  it('leaves a tap on it to the page', async () => {
    const stage = new Stage('chain/entry-row', { row }, ['tap']);
    await stage.tap('.row');
    expect(stage.told).toHaveLength(1);
  });
});

describe('the card of my entry', () => {
  const entry = {
    id: 'e1',
    headline: '您是第 12 号',
    hint: '',
    line: '共 2 人',
    payment: '要付 ¥60 · 未付',
    paymentTone: 'warn',
    paymentHint: '钱请直接付给发起人',
    offered: false,
    canEdit: true,
    canLeave: true,
    tone: '',
  };
  const events = ['confirm', 'leave', 'edit'];

  it('says what I have to know and offers only what I may do', () => {
    const stage = new Stage('chain/my-entry', { entry }, events);
    expect(stage.text).toBe('您是第 12 号共 2 人要付 ¥60 · 未付钱请直接付给发起人修改退出');
    stage.set({ entry: { ...entry, canEdit: false, canLeave: false } });
    expect(stage.all('.link')).toEqual([]);
  });

  it('tells which entry is to be changed or left', async () => {
    const stage = new Stage('chain/my-entry', { entry }, events);
    await stage.tap('.edit', '修改');
    await stage.tap('.leave', '退出');
    expect(stage.told).toEqual([
      { name: 'edit', detail: { id: 'e1' } },
      { name: 'leave', detail: { id: 'e1' } },
    ]);
  });

  it('asks to keep an offered place or give it up, nothing else', async () => {
    const offered = { ...entry, offered: true, headline: '有名额了，请确认' };
    const stage = new Stage('chain/my-entry', { entry: offered }, events);
    expect(stage.all('.edit')).toEqual([]);
    await stage.tap('.confirm', '确认参加');
    await stage.tap('.give-up', '放弃');
    expect(stage.told.map(({ name }) => name)).toEqual(['confirm', 'leave']);
  });

  it('hears nothing while an answer is awaited', async () => {
    const stage = new Stage('chain/my-entry', { entry, busy: true }, events);
    await stage.tap('.leave', '退出');
    expect(stage.told).toEqual([]);
  });
});

describe('the sheet of an entry', () => {
  const view = {
    id: 'e1',
    name: '张三',
    facts: [{ name: '号码', text: '第 3 号' }],
    canClaim: true,
    canEdit: false,
    canLeave: false,
  };

  it('lets somebody say that it is they, and nobody change what is not theirs', async () => {
    const stage = new Stage('chain/entry-sheet', { visible: true, view }, ['claim', 'dismiss']);
    expect(stage.text).toBe('张三号码第 3 号这是我，认领返回');
    await stage.tap('.claim', '认领');
    await stage.tap('.back', '返回');
    expect(stage.told).toEqual([
      { name: 'claim', detail: { id: 'e1' } },
      { name: 'dismiss', detail: undefined },
    ]);
  });
});
