import type { ChainView } from '../../../../typings/contract/chains';
import type { ContactsView, EntryReply, EntryView } from '../../../../typings/contract/entries';
import type { NoticeKind } from '../../../../typings/contract/notices';
import { common } from '../../../copy/common';
import type { Chip } from '../../../view/item-query';
import { join as copy } from '../../copy/join';
import type { FieldEditor } from '../../view/field-editor';
import type { Form, FormFor } from '../../view/form';
import { blankScreen } from '../../view/join-screen';
import { blankStep } from '../../view/join-steps';

export const blankJoin = {
  t: { ...common, ...copy },
  state: 'loading',
  failure: '',
  screen: blankScreen,
  name: '',
  byName: '',
  asksByName: false,
  places: 1,
  remember: true,
  fields: [] as FieldEditor[],
  contacts: [] as Chip[],
  /** What is wrong, by field id. */
  problems: {} as Record<string, string>,
  problem: '',
  isOver: false,
  total: '',
  /** Where the screen goes to: the first field that is wrong. */
  jump: '',
  kept: false,
  /** In large letters the question that is shown. */
  step: '',
  stepping: blankStep,
  sending: false,
};

/** What the parts of the form know of the whole. */
export interface JoinPage {
  data: typeof blankJoin;
  setData(data: Partial<typeof blankJoin> & Record<string, unknown>): void;
  chainId: string;
  as: FormFor;
  chain: ChainView | undefined;
  /** The entry that is edited. */
  entry: EntryView | undefined;
  form: Form;
  /** One a form: see `Unsent`. */
  requestId: string;
  unanswered: string;
  templates: { kind: NoticeKind; templateId: string }[];
  people: ContactsView;
  channel: WechatMiniprogram.EventChannel | undefined;
  paint(): void;
  /** In large letters what stands around the question; nothing elsewhere. */
  paintStep(): void;
  goTo(step: string): void;
  keepForm(): void;
  onTaken(reply: EntryReply): void;
}
