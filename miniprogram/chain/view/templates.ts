import type { ChainTemplate } from '../../../typings/contract/fields';
import type { Chip } from '../../view/item-query';
import { dateText } from '../../view/time';
import { templates } from '../copy/templates';
import { blankForm, type ChainForm, formOf } from './chain-form';
import { dayAfter } from './day-time';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const MAKE_UPS = 3;

/** A form as the template begins it. `now`: rounds begin today. */
export function fromTemplate(id: ChainTemplate, now: number): ChainForm {
  const { draft, days } = templates[id];
  const form = formOf({ ...draft, template: id }, blankForm);
  if (days === undefined) return form;
  const from = dateText(now);
  const until = dayAfter(from, days - 1);
  return {
    ...form,
    recurrence: { weekdays: EVERY_DAY, from, until, skip: [], makeUps: String(MAKE_UPS) },
  };
}

export const templateChips = (chosen: ChainTemplate | ''): Chip[] =>
  (Object.keys(templates) as ChainTemplate[]).map(id => ({
    id,
    text: templates[id].name,
    on: id === chosen,
  }));
