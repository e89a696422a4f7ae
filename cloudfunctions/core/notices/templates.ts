import type { NoticeKind } from '../../../typings/contract/notices';

/** A template of WeChat's console: its id and the keys of its values, in the order in which messages.ts gives them. */
export interface Template {
  kind: NoticeKind;
  templateId: string;
  keys: string[];
}

export const NOTICE_KINDS: NoticeKind[] = ['reminder', 'promoted', 'verdict'];

/** WeChat numbers the values of each template itself; these are taken when the configuration names none. */
const USUAL_KEYS: Record<NoticeKind, string[]> = {
  reminder: ['thing1', 'time2', 'thing3'],
  promoted: ['thing1', 'phrase2', 'time3', 'thing4'],
  verdict: ['thing1', 'phrase2', 'time3', 'thing4'],
};

/**
 * `NOTICE_TEMPLATES` is `kind:id` or `kind:id:key/key/…`, separated by commas. What is not configured is never asked for and
 * never sent.
 */
export function readTemplates(setting = process.env['NOTICE_TEMPLATES'] ?? ''): Template[] {
  const parts = setting.split(',').map(part => part.trim().split(':'));
  return NOTICE_KINDS.flatMap(kind => {
    const [, templateId, keys] = parts.find(([name]) => name === kind) ?? [];
    if (!templateId) return [];
    return [{ kind, templateId, keys: keys?.split('/') ?? USUAL_KEYS[kind] }];
  });
}
