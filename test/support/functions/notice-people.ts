import type { NoticeKind } from '../../../typings/contract/notices';
import type { Account } from './account';
import { newRequest } from './chain-account';
import type { TestCloud } from './test-cloud';

const KINDS: NoticeKind[] = ['reminder', 'promoted', 'verdict'];

/** Accepts one message of each kind, in WeChat's dialogue and towards the functions. */
export async function allow(test: TestCloud, person: Account, kinds = KINDS): Promise<void> {
  for (const kind of kinds) test.cloud.subscribe(person.openid, `template-${kind}`);
  await person.data('chains.subscribe', { requestId: newRequest(), kinds });
}

/** Acceptances that the functions think are left. */
export async function leftOf(person: Account): Promise<Record<NoticeKind, number>> {
  return (await person.data('chains.subscribe', { requestId: newRequest(), kinds: [] })).left;
}

/** Values of the messages a person got, oldest first: `['周六羽毛球', '候补成功', …]`. */
export function messagesTo(test: TestCloud, person: Account): string[][] {
  return test.cloud.sent({ openid: person.openid }).map(({ data }) => {
    const values = Object.values(data as Record<string, { value: string }>);
    return values.map(({ value }) => value);
  });
}

/** What each message said happened. */
export const newsOf = (test: TestCloud, person: Account): (string | undefined)[] =>
  messagesTo(test, person).map(([, state]) => state);
