import type { Writer } from './writer';

/** Own JSON, version 1: everything a person entered, the trash included, an item a line. */
export const ownJsonWriter = (now: number): Writer => ({
  withTrash: true,
  write: item => JSON.stringify(item),
  render: entries => {
    const listOf = (isTrash: boolean): string =>
      entries
        .filter(entry => entry.isTrash === isTrash)
        .map(entry => entry.text)
        .join(',\n');
    const head = JSON.stringify({ app: 'liyili', version: 1, exportedAt: now }).slice(0, -1);
    return `${head},"items":[\n${listOf(false)}\n],"trash":[\n${listOf(true)}\n]}\n`;
  },
});
