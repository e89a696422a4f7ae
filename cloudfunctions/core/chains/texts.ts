import { checkTexts } from '../checks/checking';
import { type Refused, refuse } from '../gateway/refusal';

/**
 * Texts added to a chain that people read already: they do not appear before they are checked, and what was there stays.
 * No database request.
 */
export async function refuseTexts(openid: string, texts: string[]): Promise<Refused | undefined> {
  const given = texts.filter(text => text !== '');
  const checked = given.length === 0 ? 'pass' : await checkTexts(openid, 'forum', given);
  if (checked === 'pass') return undefined;
  if (checked === 'refused') return refuse('CONTENT_REFUSED');
  return refuse('UNAVAILABLE', { message: '现在没有办法检查文字，内容没有改动，请稍后再试' });
}
