import { parseArgs } from 'node:util';
import { benchChains } from './bench/chains';
import { benchCloud } from './bench/cloud';
import { benchFirstScreen } from './bench/first-screen';
import { benchImport } from './bench/imports';
import { benchPreview } from './bench/preview';
import { benchPurge } from './bench/purge';
import { benchTexts } from './bench/texts';

/** Benches without options; others have them: `npm run bench -- cloud [--documents 1000000] [--seconds 3]`. */
const BENCHES: Record<string, () => Promise<void>> = {
  preview: benchPreview,
  purge: benchPurge,
  import: benchImport,
  texts: benchTexts,
  'first-screen': benchFirstScreen,
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { documents: { type: 'string' }, seconds: { type: 'string' }, joins: { type: 'string' } },
  });
  const bench = BENCHES[positionals[0] ?? ''];
  if (bench) return bench();
  if (positionals[0] === 'chains') return benchChains(Number(values.joins ?? 1000));
  if (positionals[0] !== 'cloud')
    throw new Error(
      'usage: npm run bench -- cloud [--documents n] [--seconds n] | preview | first-screen | purge | import | texts | chains',
    );
  await benchCloud({
    documents: Number(values.documents ?? 1_000_000),
    seconds: Number(values.seconds ?? 2),
  });
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
