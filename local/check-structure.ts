import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where a source file may live. A file outside this vocabulary fails the check. */
const PLACES: RegExp[] = [
  /^miniprogram\/(app|theme|sitemap|tsconfig)[\w.-]*$/,
  /^miniprogram\/(pages|[a-z]+)\/[a-z-]+\/[a-z-]+\/[a-z-]+(\.d)?\.(ts|wxml|wxss|json|wxs)$/,
  /^miniprogram\/components\/[a-z-]+\/[a-z-]+\.(ts|wxml|wxss|json|wxs)$/,
  /^miniprogram\/pages\/[a-z-]+\/[a-z-]+\.(ts|wxml|wxss|json|wxs)$/,
  /^miniprogram\/([a-z]+\/)?(copy|services|theme|view|platform)\/[a-z-]+\.(ts|wxs|wxss)$/,
  /^miniprogram\/(me\/)?assets\//,
  /^cloudfunctions\/database\.json$/,
  /^cloudfunctions\/(api|chains|janitor|courier)\/[a-z-]+\.(ts|json)$/,
  /^cloudfunctions\/core\/(gateway|platform)\/[a-z-]+\.ts$/,
  /^cloudfunctions\/core\/[a-z]+\/((actions|formats)\/)?[a-z-]+(\.d)?\.ts$/,
  /^typings\/contract\/[a-z]+\.ts$/,
  /^(test|local|docs)\//,
];

/** [importer, what it must not import, why] */
const BACKWARDS: [importer: RegExp, imported: RegExp, why: string][] = [
  [
    /^cloudfunctions\/core\/\w+\/rules\.ts$/,
    /store|actions|platform|node-sdk|gateway/,
    'rules import rules and types only',
  ],
  [
    /^cloudfunctions\/(?!core\/platform\/|core\/\w+\/store\.ts)/,
    /node-sdk|wx-server-sdk/,
    'only stores and core/platform touch the SDK',
  ],
  [/^cloudfunctions\//, /miniprogram|\/local\/|\/test\//, 'functions know nothing of pages or tools'],
  [/^miniprogram\//, /cloudfunctions|\/local\/|\/test\//, 'pages know functions by typings/contract only'],
  [/^miniprogram\/([a-z]+\/)?components\//, /services\//, 'a component never calls a service'],
  [/^miniprogram\/([a-z]+\/)?view\//, /services\/|pages\/|components\//, 'view is pure'],
  [/^typings\//, /miniprogram|cloudfunctions|\/local\//, 'the contract imports nothing'],
];

const IMPORT = /(?:from|import|require\()\s*['"]([^'"]+)['"]/g;
const SOURCE = /^(miniprogram|cloudfunctions|typings)\/.*\.ts$/;

function importProblems(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap(([statement, specifier = '']) =>
    BACKWARDS.filter(([importer, imported]) => importer.test(file) && imported.test(specifier)).map(
      ([, , why]) => `${file}: ${statement} – ${why}`,
    ),
  );
}

function cloudCallProblems(root: string, file: string): string[] {
  if (file === 'miniprogram/services/cloud.ts' || file === 'miniprogram/app.ts') return [];
  const calls =
    file.startsWith('miniprogram/') && /\bwx\.cloud\b/.test(readFileSync(path.join(root, file), 'utf8'));
  return calls ? [`${file}: only services/cloud.ts calls wx.cloud`] : [];
}

function lengthProblems(root: string, file: string): string[] {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n').length - 1;
  return lines > 250 ? [`${file}: ${lines} lines; 250 at most`] : [];
}

/** @returns one line a problem: a file out of place, an import that runs backwards, a file too long. */
export function checkStructure(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.split('\n').filter(file => file.includes('/') && !file.startsWith('.'));
  const sources = files.filter(file => SOURCE.test(file));
  return [
    ...files
      .filter(file => !PLACES.some(place => place.test(file)))
      .map(file => `${file}: has no place in the tree`),
    ...sources.flatMap(file => [...importProblems(root, file), ...cloudCallProblems(root, file)]),
    ...files
      .filter(file => /\.(ts|mjs|cjs|wxml|wxss)$/.test(file))
      .flatMap(file => lengthProblems(root, file)),
  ];
}
