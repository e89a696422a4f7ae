import { parseArgs } from 'node:util';
import { benchCloud } from './bench/cloud';
import { benchPreview } from './bench/preview';

/** `npm run bench -- cloud [--documents 1000000] [--seconds 3]` or `npm run bench -- preview` */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { documents: { type: 'string' }, seconds: { type: 'string' } },
  });
  if (positionals[0] === 'preview') return benchPreview();
  if (positionals[0] !== 'cloud')
    throw new Error('usage: npm run bench -- cloud [--documents n] [--seconds n] | preview');
  await benchCloud({
    documents: Number(values.documents ?? 1_000_000),
    seconds: Number(values.seconds ?? 2),
  });
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
