import type { ChainChanges, ChainDraft } from '../../../typings/contract/fields';
import { type Refused, refuse } from '../gateway/refusal';
import { chosenOptions } from '../seats/figures';
import type { ChainDocument } from './document';
import { changedSettings, flawOf, imagesFlaw, textsOf } from './draft';
import { lostFields, lostOptions, newTexts, recurrenceRefusal } from './edit-rules';
import { isGone } from './rules';
import { isAnswered } from './store';
import { refuseTexts } from './texts';

/** An answer must not lose its question. One request when a field goes, none otherwise. */
async function refuseLosses(chain: ChainDocument, after: ChainDraft): Promise<Refused | undefined> {
  const { settings, book } = chain;
  const [option] = lostOptions(settings, after, chosenOptions(book));
  if (option !== undefined)
    return refuse('CONFLICT', { path: 'changes.fields', message: `“${option}”已经有人选了，不能删除` });
  for (const { id, label } of lostFields(settings, after)) {
    if (!(await isAnswered(chain, id))) continue;
    const message = `“${label}”已经有人填了，不能删除，也不能改变类型`;
    return refuse('CONFLICT', { path: 'changes.fields', message });
  }
  return undefined;
}

/** Why settings cannot become these; places are looked at by the seat book. */
export async function refuseEdit(
  chain: ChainDocument,
  changes: ChainChanges,
  after: ChainDraft,
  uid: string,
): Promise<Refused | undefined> {
  if (isGone(chain)) return refuse('GONE');
  const flaw = flawOf(after) ?? imagesFlaw(after, uid, chain.settings.images);
  if (flaw) return refuse('BAD_INPUT', { ...flaw, path: `changes.${flaw.path}` });
  const message = recurrenceRefusal(chain, changes);
  if (message !== undefined) return refuse('CONFLICT', { path: 'changes.recurrence', message });
  return refuseLosses(chain, after);
}

/** A text that people read already stays until the new one is checked; one that nobody has read yet is checked as a whole. */
export function refuseEditedTexts(
  { state, settings }: ChainDocument,
  changes: ChainChanges,
  openid: string,
): Promise<Refused | undefined> {
  const after = changedSettings(settings, changes);
  return refuseTexts(openid, state === 'checking' ? textsOf(after) : newTexts(settings, after));
}
