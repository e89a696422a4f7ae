import * as fc from 'fast-check';
import { templates } from '../../../miniprogram/chain/copy/templates';
import {
  blankForm,
  type ChainForm,
  changesOf,
  formOf,
  settingsOf,
  urlsOf,
} from '../../../miniprogram/chain/view/chain-form';
import { dayAfter, dayTimeOf, withDay, withTime } from '../../../miniprogram/chain/view/day-time';
import { changedNames, displacedConfirm, enteredText } from '../../../miniprogram/chain/view/editor-screen';
import { draftOf, refusedAt } from '../../../miniprogram/chain/view/form-draft';
import { fenFrom, wholeFrom, yuanTyped } from '../../../miniprogram/chain/view/money';
import { firstRecurrence, toggleWeekday, withSkip } from '../../../miniprogram/chain/view/recurrence';
import { fromTemplate, templateChips } from '../../../miniprogram/chain/view/templates';
import type { ChainTemplate } from '../../../typings/contract/fields';
import { aChain, food, gear, saturday, sunday } from './chain-samples';

const aForm = (changes: Partial<ChainForm> = {}): ChainForm => ({
  ...blankForm,
  title: '周六徒步',
  organizerName: '陈老师',
  ...changes,
});
const problemsOf = (changes: Partial<ChainForm>) => {
  const drafted = draftOf(aForm(changes));
  return 'problems' in drafted ? drafted.problems : {};
};

describe('what the editor sends', () => {
  it('is the chain it was filled from, unless something was changed', () => {
    const chain = aChain({
      ...{
        eventAt: saturday,
        closesAt: saturday - 1,
        capacity: 30,
        minimum: 10,
        priceFen: 6_050,
        holdHours: 6,
      },
      ...{ fields: [food, gear], images: ['cloud://a', 'cloud://b'], imageUrls: ['https://a', 'https://b'] },
      recurrence: {
        weekdays: [1, 3],
        from: '2026-11-23',
        until: '2026-12-23',
        skip: ['2026-12-01'],
        makeUps: 2,
      },
    });
    const form = formOf(settingsOf(chain), blankForm, urlsOf(chain));
    expect(form.pictures).toEqual([
      { fileId: 'cloud://a', url: 'https://a' },
      { fileId: 'cloud://b', url: 'https://b' },
    ]);
    const drafted = draftOf(form);
    if (!('draft' in drafted)) throw new Error(JSON.stringify(drafted));
    expect(drafted.draft).toEqual(settingsOf(chain));
    expect(changesOf(settingsOf(chain), drafted.draft)).toEqual({});
  });

  it('names only what was changed, and takes away what was cleared', () => {
    const before = settingsOf(aChain({ capacity: 30, eventAt: saturday }));
    const { eventAt: _, ...rest } = before;
    const changes = changesOf(before, { ...rest, title: '周日徒步' });
    expect(changes).toEqual({ title: '周日徒步', eventAt: null });
    expect(changedNames(changes)).toBe('标题、时间');
  });

  it('does not take another order of the same members for a change', () => {
    const before = settingsOf(aChain({ fields: [food] }));
    const { id, ...rest } = food;
    expect(changesOf(before, { ...before, fields: [{ ...rest, id }] })).toEqual({});
  });

  it('has only a title and an organizer to be filled in', () => {
    expect(draftOf(aForm())).toHaveProperty('draft');
    expect(problemsOf({ title: ' ' })).toEqual({ title: '请填标题' });
    expect(problemsOf({ organizerName: '' })).toEqual({ organizerName: '请填发起人怎么称呼' });
  });

  it.each([
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: '2001' }, 'capacity'],
    [{ capacity: '三十' }, 'capacity'],
    [{ perPerson: '100' }, 'perPerson'],
    [{ price: '1.234' }, 'price'],
    [{ holdHours: '73' }, 'holdHours'],
    [{ minimum: '31', capacity: '30', closesAt: saturday }, 'minimum'],
    [{ minimum: '5' }, 'closesAt'],
    [{ opensAt: saturday, closesAt: saturday }, 'closesAt'],
    [{ recurrence: { ...firstRecurrence(sunday), weekdays: [] } }, 'recurrence'],
    [{ recurrence: { ...firstRecurrence(sunday), until: '2026-11-21' } }, 'recurrence'],
    [{ recurrence: { ...firstRecurrence(sunday), until: '2027-12-01' } }, 'recurrence'],
    [{ recurrence: { ...firstRecurrence(sunday), makeUps: '32' } }, 'recurrence'],
  ] as [Partial<ChainForm>, keyof ChainForm][])(
    'is stopped at the input that is wrong: %o',
    (changes, at) => {
      expect(Object.keys(problemsOf(changes))).toEqual([at]);
    },
  );

  it.each([
    ['draft.title', 'title'],
    ['changes.priceFen', 'price'],
    ['draft.fields.2.label', 'fields'],
    ['draft.images.0', 'pictures'],
    ['chainId', ''],
    [undefined, ''],
  ])('is refused at the input of path %s', (path, key) => {
    const error = { code: 'BAD_INPUT' as const, message: '不行', ...(path === undefined ? {} : { path }) };
    expect(refusedAt(error, sunday, blankForm)).toEqual({ key, text: '不行' });
  });
});

describe('a template', () => {
  it.each(Object.keys(templates) as ChainTemplate[])('%s can be published as it is, with a title', id => {
    const form = { ...fromTemplate(id, sunday), title: '题目', organizerName: '陈老师' };
    expect(draftOf(form)).toHaveProperty('draft.template', id);
    expect(templateChips(id).filter(({ on }) => on)).toEqual([{ id, text: templates[id].name, on: true }]);
  });

  it('for check-ins begins today, every day for thirty days', () => {
    expect(fromTemplate('check-in', sunday).recurrence).toEqual({
      ...{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: '2026-11-22', until: '2026-12-21', skip: [], makeUps: '3' },
    });
  });
});

describe('numbers as they are typed', () => {
  it('are read back as they were shown', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fen => fenFrom(yuanTyped(fen)) === fen));
  });

  it.each(['-1', '1.234', '12元', '100000.01', '1e3', '.5'])('%s is no amount', text => {
    expect(fenFrom(text)).toBe('wrong');
  });

  it('are blank or within their limits', () => {
    expect([
      wholeFrom(' ', 1, 9),
      wholeFrom('9', 1, 9),
      wholeFrom('10', 1, 9),
      wholeFrom('1.5', 1, 9),
    ]).toEqual(['blank', 9, 'wrong', 'wrong']);
  });
});

describe('a day and a time', () => {
  it('are put together from two pickers, in any order', () => {
    const day = withDay(0, '2026-11-28');
    expect(dayTimeOf(day)).toEqual({ day: '2026-11-28', time: '09:00', dayText: '11月28日（周六）' });
    expect(withTime(day, '08:00', sunday)).toBe(saturday);
    expect(withDay(withTime(0, '08:00', sunday), '2026-11-28')).toBe(saturday);
    expect(dayTimeOf(0)).toEqual({ day: '', time: '', dayText: '' });
  });

  it('go on over the end of a month and of a year', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('of rounds are kept in order, each once', () => {
    expect(toggleWeekday([1, 3], '2')).toEqual([1, 2, 3]);
    expect(toggleWeekday([1, 2, 3], '2')).toEqual([1, 3]);
    expect(withSkip(withSkip(['2026-12-01'], '2026-11-30'), '2026-12-01')).toEqual([
      '2026-11-30',
      '2026-12-01',
    ]);
  });
});

it('names those who would lose their place before they do', () => {
  const displaced = [
    { entryId: 'a', name: '小林' },
    { entryId: 'b', name: '阿杰' },
  ];
  const view = displacedConfirm(displaced, false);
  expect(view.title).toBe('名额变少，这 2 人会转为候补');
  expect(view.facts).toEqual([{ name: '转候补的人', text: '小林、阿杰' }]);
  expect(view.canConfirm).toBe(true);
  expect(displacedConfirm(displaced, true)).toMatchObject({ fewNames: '小林、阿杰', facts: [] });
});

it('says what became of pasted people', () => {
  expect(enteredText({ entered: 30, waiting: 0, refused: 0 })).toBe('录入了 30 人');
  expect(enteredText({ entered: 28, waiting: 2, refused: 1 })).toBe(
    '录入了 28 人，其中 2 人在候补，1 人没有录进去，可以在“代录”里补',
  );
});
