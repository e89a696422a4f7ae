import type { LinkView } from '../../../typings/contract/links';
import { lineOf } from '../imports/formats/texts';
import type { ItemDocument } from '../items/document';
import { derivedFields, withoutEmpty } from '../items/document';
import type { Update } from '../platform/database';

const MINUTE_MS = 60_000;
/** Waits after the first and second time that nothing could be read; after the third it is left alone. */
const WAITS_MS = [10 * MINUTE_MS, 6 * 60 * MINUTE_MS];

const NAME_MAX = 100;

/** Looked at for the last time. */
const DONE = { describeAt: '', describeTries: '' };

function named(item: ItemDocument, { title, author, cover }: LinkView, now: number): Update {
  const name = lineOf(title, NAME_MAX) ?? item.name;
  const taken = {
    ...{ takenAt: now },
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(cover !== undefined && { cover }),
  };
  const snapshot = item.snapshot ?? taken;
  const derived = derivedFields({ ...item, name, snapshot });
  return { $set: withoutEmpty({ name, snapshot, ...derived }), $unset: DONE, $inc: { rev: 1 } };
}

/**
 * What becomes of an item that has no name of its own once its link was looked at. `hopeless`: a link that is never
 * asked. A snapshot that is there already stays.
 */
export function describedUpdate(item: ItemDocument, link: LinkView | 'hopeless', now: number): Update {
  if (link === 'hopeless') return { $unset: DONE };
  if (link.dead) return { $set: { dead: true }, $unset: DONE, $inc: { rev: 1 } };
  if (link.found) return named(item, link, now);
  const tries = item.describeTries ?? 0;
  const wait = WAITS_MS[tries];
  return wait === undefined
    ? { $unset: DONE }
    : { $set: { describeAt: now + wait, describeTries: tries + 1 } };
}
