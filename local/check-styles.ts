import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Declaration, parse } from 'postcss';

/** Where the design's own values are written down. */
const THEME = /^miniprogram\/theme\//;

/** The spacing scale of the design, px, and what draws hairlines and the largest gap around a drawing. */
const SPACING = new Set([0, 1, 2, 4, 8, 12, 16, 24, 32]);

interface Rule {
  of: RegExp;
  allows: (value: string) => boolean;
  why: string;
}

const pixels = (value: string): number[] =>
  [...value.matchAll(/(-?[\d.]+)px/g)].map(([, px]) => Math.abs(Number(px)));

/** In the order they are told; `of` names properties. */
const RULES: Rule[] = [
  {
    of: /./,
    allows: value => !/#[\da-f]{3,8}\b|\b(rgb|hsl)a?\(/i.test(value),
    why: 'colours are variables of theme/tokens.wxss',
  },
  {
    of: /^(margin|padding)(-\w+)?$|^(row-|column-)?gap$/,
    allows: value => pixels(value).every(px => SPACING.has(px)),
    why: `spacing is one of ${[...SPACING].join(' ')} px`,
  },
  {
    of: /^font-size$/,
    allows: value => value === 'inherit' || value.includes('var(--fs-'),
    why: 'sizes of type are the variables --fs-*, which follow the font mode',
  },
  {
    of: /^border(-\w+-\w+)?-radius$/,
    allows: value => value.split(/\s+/).every(part => /^(0|50%|var\(--r-\w+\))$/.test(part)),
    why: 'radii are the variables --r-*',
  },
];

const problemsOf = ({ prop, value }: Declaration): string[] =>
  RULES.filter(({ of, allows }) => of.test(prop) && !allows(value)).map(
    ({ why }) => `${prop}: ${value} – ${why}`,
  );

/** @returns one line for each value of a style sheet's text that is not of the design. */
export function styleProblems(text: string): string[] {
  const problems: string[] = [];
  parse(text).walkDecls(declaration => {
    const line = declaration.source?.start?.line ?? 0;
    problems.push(...problemsOf(declaration).map(problem => `${line} ${problem}`));
  });
  return problems;
}

/** @returns one line a problem in the style sheets of the mini program; the theme itself is where values come from. */
export function checkStyles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'miniprogram/*.wxss'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter(file => file !== '' && !THEME.test(file))
    .flatMap(file =>
      styleProblems(readFileSync(path.join(root, file), 'utf8')).map(problem => `${file}:${problem}`),
    );
}
