import type { ChainAction, InputOf } from '../../../typings/contract/api';
import type { ChainRole } from '../../../typings/contract/chains';
import type { ChainField } from '../../../typings/contract/fields';
import type { Account } from './account';
import { choiceField, join, organizeChain, phoneField, textField } from './chain-account';
import type { TestCloud } from './test-cloud';

const HOUR_MS = 3_600_000;

/** A chain with somebody in every role. */
export interface Cast {
  chainId: string;
  people: Record<ChainRole, Account>;
  /** Of the participant. */
  entryId: string;
  /** Of the volunteer, as their uid. */
  volunteer: string;
  /** Entered by the organizer for somebody, claimable. */
  claimable: string;
  eventAt: number;
}

const multiple: ChainField = {
  ...{ id: 'goods', type: 'multiple', label: '物品', required: false, personal: false, hint: '可多选' },
  ...{ min: 1, max: 2, counted: true, options: [{ id: 'x', label: '球', capacity: 9, priceFen: 100 }] },
};

export async function castChain(cloud: TestCloud): Promise<Cast> {
  const people: Cast['people'] = {
    ...{ visitor: cloud.person(), participant: cloud.person(), volunteer: cloud.person() },
    ...{ organizer: cloud.person(), owner: cloud.person() },
  };
  const { owner, organizer, volunteer, participant } = people;
  const fields = [textField(), phoneField(), choiceField({ a: 5, b: undefined }), multiple];
  const eventAt = cloud.cloud.now() + 48 * HOUR_MS;
  const { chainId } = await organizeChain(owner, { title: '角色齐全', fields, eventAt });
  const answers = { group: 'a', phone: '13800001111' };
  for (const [role, account] of [
    ['organizer', organizer],
    ['volunteer', volunteer],
  ] as const) {
    const { entryId } = await join(account, chainId, { name: role, answers });
    await owner.data('chains.appoint', { chainId, entryId, role });
  }
  const { entryId } = await join(participant, chainId, { name: '参与的人', answers });
  const other = { name: '被代报的人', answers, forOther: true };
  const { entryId: claimable } = await join(organizer, chainId, other);
  const { uid } = await volunteer.data('me.show', {});
  return { ...{ chainId, people, entryId, volunteer: uid, claimable, eventAt } };
}

/**
 * For every action an input with every field it knows, that the owner may send: after all of them together the chain is still
 * there. `request`: makes the ids of requests new.
 */
export const chainInputs = (cast: Cast, request: string): { [A in ChainAction]: InputOf<A> } => {
  const { chainId, entryId, eventAt } = cast;
  const requestId = `request-${request}`;
  const fields = [textField({ hint: '可不填', max: 50 }), multiple];
  const recurrence = {
    ...{ weekdays: [1, 2], from: '2025-01-01', until: '2025-12-31', skip: ['2025-01-06'], makeUps: 1 },
  };
  const settings = {
    ...{
      title: '标题',
      organizerName: '王教练',
      description: '说明',
      place: '体育馆',
      template: 'vote' as const,
    },
    ...{ eventAt, opensAt: eventAt - 2 * HOUR_MS, closesAt: eventAt - HOUR_MS, capacity: 50, minimum: 2 },
    ...{ perPerson: 2, priceFen: 100, images: [], waitlist: true, holdHours: 2, approval: true },
    ...{ forOthers: true, names: 'joined' as const, eraseAfterDays: 10 },
  };
  const form = { name: '名字', answers: { group: 'b', remark: '好' }, places: 1 };
  return {
    'chains.create': { requestId, draft: { ...settings, fields, recurrence } },
    'chains.edit': { chainId, rev: 1, changes: { title: '角色齐全' }, toWaitlist: [] },
    'chains.duplicate': { chainId },
    'chains.show': { chainId },
    'chains.list': { scope: 'organized', search: '角色' },
    'chains.steer': { chainId, to: 'open', reason: '可以了' },
    'chains.trash': { chainId },
    'chains.restore': { chainId },
    'chains.erase': { chainId, confirmed: true },
    'chains.appoint': { chainId, uid: cast.volunteer, role: 'volunteer', successor: true },
    'chains.transfer': { chainId, uid: cast.volunteer, confirmed: true },
    'chains.announce': { chainId, text: '请准时' },
    'chains.history': { chainId },
    'chains.rounds': { chainId, month: '2025-01' },
    'chains.join': { chainId, requestId, ...form, forOther: true, byName: '邻居', remember: true },
    'chains.keyIn': { chainId, requestId: `${requestId}-k`, ...form },
    'chains.editEntry': {
      chainId,
      entryId,
      name: '参与的人',
      answers: { group: 'a', remark: '改' },
      places: 1,
    },
    'chains.leave': { chainId, entryId },
    'chains.remove': { chainId, entryId, reason: '重复了' },
    'chains.confirm': { chainId, entryId },
    'chains.claim': { chainId, entryId: cast.claimable },
    'chains.decide': { chainId, entryIds: [entryId], approve: true, reason: '可以' },
    'chains.markPaid': { chainId, entryIds: [entryId], payment: 'paid', paidFen: 100 },
    'chains.note': { chainId, entryId, note: '备注' },
    'chains.entries': { chainId, filter: 'in', search: '参与' },
    'chains.contacts': {},
    'chains.saveContacts': {
      me: { name: '我', phone: '13800001111' },
      others: [{ name: '妈妈', relation: '家人', phone: '13800002222' }],
    },
    'chains.noticeTemplates': {},
    'chains.subscribe': { requestId, kinds: ['reminder'] },
    'chains.previewReminder': { chainId, audience: 'in' },
    'chains.remind': { chainId, requestId, audience: 'in', text: '记得来' },
    'chains.roster': { chainId },
    'chains.setRoster': { chainId, text: '张三\n李四' },
    'chains.code': { chainId },
    'chains.shareCard': { chainId },
    'chains.parse': { text: '#接龙\n周六羽毛球\n1. 张三' },
    'chains.enterLines': { chainId, requestId, lines: [{ name: '老李', places: 1, note: '带球拍' }] },
    'chains.export': { chainId, format: 'csv' },
    'chains.statistics': { chainId },
  };
};
