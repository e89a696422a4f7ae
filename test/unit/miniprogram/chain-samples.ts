import type { ChainCard, ChainView } from '../../../typings/contract/chains';
import type { EntryView } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { chinaAt } from '../../support/china-at';

/** 2026-11-22 12:00, a Sunday, by the phone's clock. */
export const sunday = chinaAt(2026, 10, 22, 12);
/** Saturday after it, eight in the morning. */
export const saturday = chinaAt(2026, 10, 28, 8);

export const aField = (changes: Partial<ChainField> = {}): ChainField => ({
  id: 'a',
  type: 'text',
  label: '备注',
  required: false,
  personal: false,
  ...changes,
});

export const food = aField({
  id: 'food',
  type: 'single',
  label: '午饭',
  options: [
    { id: 'own', label: '自己带' },
    { id: 'box', label: '盒饭', priceFen: 2_500, capacity: 10 },
  ],
});
export const gear = aField({
  id: 'gear',
  type: 'multiple',
  label: '装备',
  counted: true,
  max: 3,
  options: [
    { id: 'pole', label: '登山杖', priceFen: 1_000 },
    { id: 'lamp', label: '头灯' },
  ],
});

export const anEntry = (changes: Partial<EntryView> = {}): EntryView => ({
  entryId: 'e1',
  number: 12,
  name: '小林',
  status: 'in',
  places: 1,
  answers: {},
  joinedAt: sunday,
  mine: 'own',
  canEdit: true,
  canLeave: true,
  canClaim: false,
  ...changes,
});

export const aChain = (changes: Partial<ChainView> = {}): ChainView => ({
  template: 'activity',
  title: '周六徒步',
  organizerName: '陈老师',
  description: '',
  place: '苹果园站 D 口',
  eventAt: saturday,
  capacity: 30,
  perPerson: 1,
  fields: [],
  images: [],
  waitlist: true,
  approval: false,
  forOthers: true,
  names: 'everyone',
  eraseAfterDays: 30,
  chainId: 'c1',
  rev: 1,
  phase: 'open',
  places: { taken: 24, left: 6, capacity: 30 },
  joined: 24,
  waiting: 0,
  asking: 0,
  optionPlaces: {},
  optionCounts: {},
  joining: 'place',
  myRole: 'visitor',
  mine: [],
  imageUrls: [],
  createdAt: sunday,
  ...changes,
});

export const aCard = (changes: Partial<ChainCard> = {}): ChainCard => ({
  chainId: 'c1',
  title: '周六徒步',
  template: 'activity',
  phase: 'open',
  eventAt: saturday,
  place: '苹果园站',
  places: { taken: 24, left: 6, capacity: 30 },
  joined: 24,
  waiting: 0,
  myRole: 'participant',
  mine: [{ entryId: 'e1', name: '小林', number: 12, status: 'in', payment: undefined }],
  ...changes,
});
