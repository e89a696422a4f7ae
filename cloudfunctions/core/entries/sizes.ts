import type { ChainField } from '../../../typings/contract/fields';
import { TEXT_MAX } from '../chains/field-schema';

/** Characters of all texts of one entry, and options it chooses in all its fields. */
export const TEXTS_MAX = 1500;
export const CHOICES_MAX = 100;

/** Entries of a page. */
const PAGE_MAX = 100;
const REPLY_BYTES = 1_000_000;
/** Of an entry without answers; of a sealed answer beside its text; of a character, sealed; of an option and its count. */
const BYTES = { entry: 800, answer: 80, character: 4, choice: 40 };
/** One's own that are read beside a page. */
const BESIDE = 20;

/** How many entries a page may have, ≤ 100, so that it fits into one reply of the database however much they say. */
export function pageSizeOf(fields: ChainField[]): number {
  const sum = (of: (field: ChainField) => number): number =>
    fields.reduce((all, field) => all + of(field), 0);
  const characters = sum(({ type, max }) =>
    type in TEXT_MAX ? (max ?? TEXT_MAX[type as keyof typeof TEXT_MAX]) : 20,
  );
  const choices = sum(({ options = [] }) => options.length);
  const bytes =
    BYTES.entry +
    fields.length * BYTES.answer +
    Math.min(characters, TEXTS_MAX) * BYTES.character +
    Math.min(choices, CHOICES_MAX) * BYTES.choice;
  return Math.min(PAGE_MAX, Math.floor(REPLY_BYTES / bytes) - BESIDE);
}
