import { afterwards, suggestionQuery, waysIn } from '../../../miniprogram/view/home-screen';

const ids = (hasTrash: boolean, hasItems: boolean) => afterwards(hasTrash, hasItems).map(({ id }) => id);

describe('the ways on from home', () => {
  it('always lead to an import and to adding one', () => {
    expect(waysIn.map(({ id }) => id)).toEqual(['import', 'add']);
  });

  it('lead to what comes afterwards only where there is something', () => {
    expect(ids(false, false)).toEqual([]);
    expect(ids(false, true)).toEqual(['report', 'export']);
    expect(ids(true, false)).toEqual(['checklist', 'report', 'export']);
  });
});

it('shows twins without ticking them: one of each is meant to stay', () => {
  const filter = { duplicate: true } as const;
  expect(suggestionQuery({ reason: 'duplicate', kind: 'follow', count: 2, filter })).toEqual({
    kind: 'follow',
    filter: '{"duplicate":true}',
  });
});
