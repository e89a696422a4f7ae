import type { ItemKind, Snapshot, TargetType } from '../../../../typings/contract/items';
import type { LinkView } from '../../../../typings/contract/links';
import type { Told } from '../../../platform/events';
import { describeLink } from '../../../services/items';
import {
  type LinkCard,
  linkCard,
  linkIn,
  loadingLink,
  noLink,
  snapshotOf,
  suggestedName,
  suggestedType,
} from '../../../view/link-card';

/** Pause after a key before a link is looked up, ms; a pasted one waits as long. */
const TYPING_MS = 500;

interface DescribingPage {
  data: { form: { name: string; url: string }; link: LinkCard };
  setData(data: Record<string, unknown>): void;
  kind: ItemKind;
  /** What the link said, and when; undefined while nothing is known. */
  described: { link: LinkView; at: number } | undefined;
  /** The name that was filled in: it may be replaced, one that was typed may not. */
  filledName: string;
  /** A type picked by hand stays. */
  typePicked: boolean;
  /** The link asked about; answers to older ones are dropped. */
  asked: string;
  typing: ReturnType<typeof setTimeout> | undefined;
  describe(url: string): Promise<void>;
  fillIn(): void;
  pickType(type: TargetType): void;
}

/** What a link says of itself fills the form in. Nothing waits for it, and a link that says nothing is kept as it is. */
export const describing = {
  described: undefined as { link: LinkView; at: number } | undefined,
  filledName: '',
  typePicked: false,
  asked: '',
  typing: undefined as ReturnType<typeof setTimeout> | undefined,

  onUrl(this: DescribingPage, event: Told<{ value: string }>): void {
    this.setData({ 'form.url': event.detail.value, problem: '', existing: '' });
    const url = linkIn(event.detail.value) ?? '';
    if (url === this.asked) return;
    this.asked = url;
    this.described = undefined;
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.setData({ link: url === '' ? noLink : loadingLink });
    if (url !== '') this.typing = setTimeout(() => void this.describe(url), TYPING_MS);
  },
  async describe(this: DescribingPage, url: string): Promise<void> {
    const reply = await describeLink(url);
    if (url !== this.asked) return;
    const link: LinkView = reply.ok ? reply.data : { url, found: false, dead: false };
    this.described = { link, at: reply.now };
    this.setData({ link: linkCard(link), coverBroken: false });
    this.fillIn();
  },
  /** Again when another kind is picked: a follow is called after its account. */
  fillIn(this: DescribingPage): void {
    if (this.described === undefined) return;
    const { link } = this.described;
    const type = suggestedType(link.url, this.kind);
    if (type !== undefined && !this.typePicked) this.pickType(type);
    const name = suggestedName(link, this.kind);
    const isTyped = this.data.form.name.trim() !== '' && this.data.form.name !== this.filledName;
    if (isTyped || name === '') return;
    this.filledName = name;
    this.setData({ 'form.name': name, problem: '' });
  },
  onCoverError(this: DescribingPage): void {
    this.setData({ coverBroken: true });
  },
};

export const snapshotFrom = (described: DescribingPage['described']): Snapshot | undefined =>
  described && snapshotOf(described.link, described.at);
