import type { ImportDocument } from './document';
import { findImport } from './store';

/** A call works for this long and then answers how far it came. Milliseconds. */
const RUN_MS = 2000;

/**
 * Goes on step by step while the import is in a state and time is left. A step gives the import after it, or nothing
 * when another call was faster: then its position is read again.
 */
export async function runWhile(
  document: ImportDocument,
  state: ImportDocument['state'],
  step: (current: ImportDocument) => Promise<ImportDocument | undefined>,
): Promise<ImportDocument> {
  const deadline = Date.now() + RUN_MS;
  let current = document;
  while (current.state === state && Date.now() < deadline) {
    const next = (await step(current)) ?? (await findImport(current.owner, current._id));
    if (!next) break;
    current = next;
  }
  return current;
}
