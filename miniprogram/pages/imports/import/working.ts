import type { Reply } from '../../../../typings/contract/api';
import type { ImportView } from '../../../../typings/contract/imports';
import { refusalText } from '../../../view/refusal';

/**
 * Calls `step` until the server has nothing left to do; every call goes on where the last one stopped.
 * @returns why it stopped before, or undefined.
 */
export async function workThrough(
  step: () => Promise<Reply<{ import: ImportView }>>,
  onProgress: (view: ImportView) => void,
): Promise<string | undefined> {
  let state: ImportView['state'] = 'committing';
  while (state === 'committing' || state === 'undoing') {
    const reply = await step();
    if (!reply.ok) return refusalText(reply.error, reply.now);
    state = reply.data.import.state;
    onProgress(reply.data.import);
  }
  return undefined;
}
