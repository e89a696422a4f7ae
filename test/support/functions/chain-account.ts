import type { ChainView } from '../../../typings/contract/chains';
import type { EntryFields, EntryView } from '../../../typings/contract/entries';
import type { ChainDraft, ChainField } from '../../../typings/contract/fields';
import type { Account } from './account';

let requests = 0;

/** An id that no tap had before. */
export function newRequest(): string {
  requests += 1;
  return `request-${requests}`;
}

export type GivenDraft = Partial<ChainDraft>;

/** A draft as a phone sends it; everything that is not given has its default. */
export const draftOf = (given: GivenDraft = {}) => ({
  title: '周六羽毛球',
  organizerName: '王教练',
  ...given,
});

export const textField = (given: Partial<ChainField> = {}): ChainField => ({
  ...{ id: 'remark', type: 'text', label: '备注', required: false, personal: false },
  ...given,
});

export const phoneField = (given: Partial<ChainField> = {}): ChainField => ({
  ...{ id: 'phone', type: 'phone', label: '手机', required: false, personal: true },
  ...given,
});

/** One choice between options named by their ids; a number after an id is its capacity: `{a: 2, b: undefined}`. */
export const choiceField = (
  options: Record<string, number | undefined>,
  given: Partial<ChainField> = {},
): ChainField => ({
  ...{ id: 'group', type: 'single', label: '组别', required: true, personal: false },
  options: Object.entries(options).map(([id, capacity]) => ({
    ...{ id, label: `选项${id}` },
    ...(capacity !== undefined && { capacity }),
  })),
  ...given,
});

/** Makes a chain; the account is its owner. */
export async function organizeChain(owner: Account, given: GivenDraft = {}): Promise<ChainView> {
  const { chain } = await owner.data('chains.create', { requestId: newRequest(), draft: draftOf(given) });
  return chain;
}

/** Takes a place, or one in the queue; the person's entry. */
export async function join(
  account: Account,
  chainId: string,
  given: Partial<EntryFields> & { forOther?: boolean } = {},
): Promise<EntryView> {
  const fields = { name: '张三', answers: {}, ...given };
  return (await account.data('chains.join', { chainId, requestId: newRequest(), ...fields })).entry;
}

/** People with an entry of their own each, in this order. */
export async function joinAll(accounts: Account[], chainId: string): Promise<EntryView[]> {
  const entries: EntryView[] = [];
  for (const [index, account] of accounts.entries())
    entries.push(await join(account, chainId, { name: `成员${index + 1}` }));
  return entries;
}

/** The chain as this account sees it. */
export const seen = async (account: Account, chainId: string): Promise<ChainView> =>
  (await account.data('chains.show', { chainId })).chain;
