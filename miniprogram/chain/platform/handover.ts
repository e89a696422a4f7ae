import type { EntryReply } from '../../../typings/contract/entries';

let handed: EntryReply | undefined;

/** WeChat takes one page for another without a word between them: this is how the next knows what was answered. */
export const handOver = (reply: EntryReply): void => {
  handed = reply;
};

/** What was handed over about this entry; undefined when the page was opened in another way. */
export const takeOver = (entryId: string): EntryReply | undefined =>
  handed?.entry.entryId === entryId ? handed : undefined;
