import { callOpenapi, OpenapiOutage } from '../platform/openapi';

/**
 * waiting: not decided, because WeChat was not reached or wants a person to look. Such a text is for its author and the
 * organizers only; they can change it, which asks again.
 */
type Verdict = 'pass' | 'refused' | 'waiting';

/** WeChat's names of places where texts show, in its own numbers. */
const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const;
type Scene = keyof typeof SCENES;

/** Characters of one call. */
const CALL_MAX = 2500;

/** Numbers, dates and punctuation say nothing that would have to be checked. */
const saysSomething = (text: string): boolean => /[^\d\s\p{P}\p{Sm}]/u.test(text);

/** Contents of calls: as many texts in each as it takes, a line break between; longer texts are cut. */
function callsFor(texts: string[]): string[] {
  const calls: string[] = [];
  for (const text of texts.filter(saysSomething)) {
    const last = calls.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= CALL_MAX)
      calls[calls.length - 1] = `${last}\n${text}`;
    else
      for (let start = 0; start < text.length; start += CALL_MAX)
        calls.push(text.slice(start, start + CALL_MAX));
  }
  return calls;
}

const suggestOf = (fields: Record<string, unknown>): unknown => {
  const { suggest } = Object(fields['result']) as { suggest?: unknown };
  return suggest;
};

async function checkContent(openid: string, scene: Scene, content: string): Promise<Verdict> {
  try {
    const parameters = { version: 2, openid, scene: SCENES[scene], content };
    const { errcode, fields } = await callOpenapi('security.msgSecCheck', parameters);
    const suggest = errcode === 0 ? suggestOf(fields) : undefined;
    if (suggest === 'risky') return 'refused';
    return suggest === 'pass' ? 'pass' : 'waiting';
  } catch (error) {
    if (error instanceof OpenapiOutage) return 'waiting';
    throw error;
  }
}

/**
 * Asks WeChat whether texts may be shown to others. `openid`: of their author, who calls now: WeChat wants to have seen them
 * in the last two hours. No call when there is nothing to check, one for every 2,500 characters.
 */
export async function checkTexts(openid: string, scene: Scene, texts: string[]): Promise<Verdict> {
  const verdicts = await Promise.all(callsFor(texts).map(content => checkContent(openid, scene, content)));
  if (verdicts.includes('refused')) return 'refused';
  return verdicts.includes('waiting') ? 'waiting' : 'pass';
}
