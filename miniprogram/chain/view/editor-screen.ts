import type { DataOf } from '../../../typings/contract/api';
import type { ChainView } from '../../../typings/contract/chains';
import type { Refusal } from '../../../typings/contract/errors';
import type { ChainChanges, ChainDraft, NameVisibility } from '../../../typings/contract/fields';
import { avatarOf } from '../../view/avatar';
import { type ConfirmView, nothingToConfirm } from '../../view/confirm';
import type { Chip } from '../../view/item-query';
import { grouped } from '../../view/numbers';
import { editor as copy, settingNames, visibility } from '../copy/editor';

export const visibilityChips = (chosen: NameVisibility): Chip[] =>
  (Object.keys(visibility) as NameVisibility[]).map(id => ({ id, text: visibility[id], on: id === chosen }));

/** Names of settings, as a list in words. */
export const changedNames = (changes: ChainChanges): string =>
  (Object.keys(changes) as (keyof ChainDraft)[]).map(key => settingNames[key]).join('、');

/** Who moves to the waiting list, to be agreed to. In large letters the sheet itself writes out more names than one. */
export function displacedConfirm(displaced: NonNullable<Refusal['displaced']>, big: boolean): ConfirmView {
  const names = displaced.map(({ name }) => name).join('、');
  return {
    ...nothingToConfirm,
    title: copy.displacedTitle(displaced.length),
    recover: copy.displacedText,
    facts: big && displaced.length > 1 ? [] : [{ name: copy.displacedNames, text: names }],
    people: displaced.slice(0, 20).map(({ entryId, name }) => ({ id: entryId, name, ...avatarOf(name) })),
    fewNames: names,
    allNames: names,
    action: copy.displacedYes,
    canConfirm: true,
  };
}

/** What became of the pasted people, in words; blank when there were none. */
export function enteredText({ entered, waiting, refused }: DataOf<'chains.enterLines'>): string {
  const parts = [
    copy.entered(grouped(entered)),
    ...(waiting > 0 ? [copy.enteredWaiting(grouped(waiting))] : []),
    ...(refused > 0 ? [copy.enteredRefused(grouped(refused))] : []),
  ];
  return parts.join('，');
}

export const publishedTitle = ({ phase }: Pick<ChainView, 'phase'>): string =>
  phase === 'checking' ? copy.doneChecking : copy.done;

/** Fields somebody may have answered: those of a chain that has entries. */
export const answeredFields = ({ fields, joined, waiting, asking }: ChainView): string[] =>
  joined + waiting + asking > 0 ? fields.map(({ id }) => id) : [];
