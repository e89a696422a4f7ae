import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { readTemplates } from '../templates';

export const listTemplates = defineAction<'chains.noticeTemplates'>({
  who: 'self',
  input: exactObject({}),
  run: async () => done({ templates: readTemplates().map(({ kind, templateId }) => ({ kind, templateId })) }),
});
