import type { ChainDraft, ChainTemplate } from '../../../typings/contract/fields';

/** What a template fills in. Days are counted from the day it is used. */
export interface TemplateText {
  name: string;
  /** Shown in the empty title. */
  titleHint: string;
  draft: Partial<ChainDraft>;
  /** Rounds every day for so many days. */
  days?: number;
}

export const templates: Record<ChainTemplate, TemplateText> = {
  activity: {
    name: '活动报名',
    titleHint: '比如：周六西山徒步',
    draft: { perPerson: 5, waitlist: true, forOthers: true },
  },
  'group-buy': {
    name: '团购接龙',
    titleHint: '比如：阳光玫瑰葡萄，周五到货',
    draft: {
      forOthers: true,
      fields: [
        {
          id: 'f1',
          type: 'multiple',
          label: '要哪些，各几份',
          required: true,
          counted: true,
          max: 20,
          personal: false,
          options: [
            { id: 'o1', label: '一斤装' },
            { id: 'o2', label: '五斤装' },
          ],
        },
        { id: 'f2', type: 'text', label: '楼栋和门牌', required: true, personal: true },
      ],
    },
  },
  survey: {
    name: '班级统计',
    titleHint: '比如：春游是否参加',
    draft: {
      forOthers: true,
      waitlist: false,
      fields: [
        {
          id: 'f1',
          type: 'single',
          label: '参加吗',
          required: true,
          personal: false,
          options: [
            { id: 'o1', label: '参加' },
            { id: 'o2', label: '不参加' },
            { id: 'o3', label: '还没定' },
          ],
        },
      ],
    },
  },
  'check-in': {
    name: '打卡',
    titleHint: '比如：每天读书半小时',
    draft: {
      forOthers: false,
      waitlist: false,
      fields: [{ id: 'f1', type: 'paragraph', label: '今天做了什么', required: false, personal: false }],
    },
    days: 30,
  },
  duty: {
    name: '值班排班',
    titleHint: '比如：本周护学岗',
    draft: {
      waitlist: true,
      fields: [
        {
          id: 'f1',
          type: 'single',
          label: '哪一班',
          required: true,
          personal: false,
          options: [
            { id: 'o1', label: '早上', capacity: 2 },
            { id: 'o2', label: '中午', capacity: 2 },
            { id: 'o3', label: '傍晚', capacity: 2 },
          ],
        },
      ],
    },
  },
  vote: {
    name: '投票选时间',
    titleHint: '比如：家长会哪天方便',
    draft: {
      forOthers: false,
      waitlist: false,
      fields: [
        {
          id: 'f1',
          type: 'multiple',
          label: '哪些时间可以',
          required: true,
          personal: false,
          options: [
            { id: 'o1', label: '周六上午' },
            { id: 'o2', label: '周六下午' },
            { id: 'o3', label: '周日上午' },
            { id: 'o4', label: '周日下午' },
          ],
        },
      ],
    },
  },
};
