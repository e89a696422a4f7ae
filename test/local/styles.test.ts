import { styleProblems } from '../../local/check-styles';

const problems = (declaration: string): string[] => styleProblems(`.a { ${declaration} }`);

it.each([
  'color: #fff',
  'background: rgba(0, 0, 0, 0.5)',
  'margin: 10px',
  'padding: 8px 6px',
  'gap: 20px',
  'margin-left: -14px',
  'font-size: 15px',
  'border-radius: 10px',
  'border-top-left-radius: 3px',
])('refuses a value that is not of the design: %s', declaration => {
  expect(problems(declaration)).toHaveLength(1);
});

it.each([
  'color: var(--ink)',
  'margin: 0 -16px',
  'padding: calc(12px + env(safe-area-inset-bottom)) 16px',
  'gap: 8px 12px',
  'font-size: var(--fs-body)',
  'border-radius: var(--r-card) var(--r-card) 0 0',
  'border-radius: 50%',
  'width: 52px',
  'margin: 0 auto',
])('takes a value of the design: %s', declaration => {
  expect(problems(declaration)).toEqual([]);
});

it('says where it is', () => {
  expect(styleProblems('.a {\n  color: red;\n  gap: 7px;\n}')).toEqual([
    '3 gap: 7px – spacing is one of 0 1 2 4 8 12 16 24 32 px',
  ]);
});
