import type { EntryFilter } from '../../../../typings/contract/entries';
import { currentLook } from '../../../components/appearance/appearance';
import type { Told, Touched } from '../../../platform/events';
import { windowHeight } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { refusalText } from '../../../view/refusal';
import { WindowedRows } from '../../../view/windowed-rows';
import { listEntries, showChain } from '../../services/chains';
import { entryChips } from '../../view/entry-list';
import { type EntryRow, entryRow } from '../../view/entry-row';
import { entrySheet } from '../../view/entry-sheet';
import type { DetailPage, ListedEntry } from './detail-page';

/** Pause after a key before the cloud is asked, ms. */
const TYPING_MS = 250;

interface ListingPage extends DetailPage {
  typing: ReturnType<typeof setTimeout> | undefined;
  /** Where the screen stands and where its list begins, px. */
  top: number;
  listTop: number;
  askList(): Promise<void>;
  more(): Promise<void>;
  onScrolled(top: number): void;
}

const listed = <T extends { entryId: string }>(entries: readonly T[]): (T & { id: string })[] =>
  entries.map(entry => ({ ...entry, id: entry.entryId }));

/** The people of a chain, of whom only those on the screen are drawn. */
export function peopleOf(page: DetailPage): WindowedRows<ListedEntry, EntryRow> {
  return new WindowedRows<ListedEntry, EntryRow>({
    load: async cursor => {
      // The first page of everybody comes with the chain itself.
      if (cursor === undefined && !page.isNarrowed()) {
        const reply = await showChain(page.asked.id, page.asked.round);
        page.skew = reply.now - Date.now();
        if (!reply.ok) return reply;
        page.paint(reply.data.chain);
        return { ...reply, data: { ...reply.data.entries, items: listed(reply.data.entries.items) } };
      }
      const reply = await listEntries(
        page.chain?.chainId ?? page.asked.id,
        page.filter,
        page.data.query.trim(),
        cursor,
      );
      return reply.ok ? { ...reply, data: { ...reply.data, items: listed(reply.data.items) } } : reply;
    },
    toRow: entry => entryRow(entry, page.chain?.fields ?? [], currentLook().big),
    publish: patch => page.setData(patch),
    get rowHeight() {
      return currentLook().rowHeight;
    },
    viewHeight: windowHeight(),
  });
}

export const listing = {
  typing: undefined as ReturnType<typeof setTimeout> | undefined,
  top: 0,
  listTop: 0,

  /** Not everybody is asked for. */
  isNarrowed(this: ListingPage): boolean {
    return this.filter !== 'all' || this.data.query.trim() !== '';
  },
  /** What lies above the list has any height. */
  measure(this: ListingPage): void {
    const query = this.createSelectorQuery();
    query.select('#scroll').boundingClientRect();
    query.select('#list-start').boundingClientRect();
    query.exec((rects: ({ top: number } | null)[]) => {
      const [scroll, start] = rects;
      if (!scroll || !start) return;
      this.listTop = start.top - scroll.top + this.top;
      this.onScrolled(this.top);
    });
  },
  onScroll(this: ListingPage, event: Told<{ scrollTop: number }>): void {
    this.onScrolled(event.detail.scrollTop);
  },
  onScrolled(this: ListingPage, top: number): void {
    this.top = top;
    if (this.list?.onScroll(top - this.listTop)) void this.more();
  },
  async more(this: ListingPage): Promise<void> {
    const outcome = await this.list?.more();
    if (outcome?.state === 'failed') toast(refusalText(outcome.error, outcome.now));
    if (outcome?.state === 'ready' && this.list?.isEnded) this.setData({ ended: true });
  },

  /** Another question about the people; the chain above stays. */
  async askList(this: ListingPage): Promise<void> {
    this.setData({ listState: 'loading' });
    const outcome = await this.list?.restart();
    if (outcome?.state === 'failed') toast(refusalText(outcome.error, outcome.now));
    if (outcome?.state === 'stale') return;
    const isEmpty = (this.list?.items.length ?? 0) === 0;
    this.setData({ listState: isEmpty ? 'empty' : 'ready', ended: this.list?.isEnded ?? true });
    this.onScrolled(this.top);
  },
  onChip(this: ListingPage, event: Told<{ id: EntryFilter }>): void {
    this.filter = event.detail.id;
    if (this.chain !== undefined) this.setData({ chips: entryChips(this.chain, this.filter) });
    void this.askList();
  },
  onQuery(this: ListingPage, event: Told<{ value: string }>): void {
    this.setData({ query: event.detail.value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.askList(), TYPING_MS);
  },
  onClearQuery(this: ListingPage): void {
    this.setData({ query: '' });
    void this.askList();
  },

  onRow(this: ListingPage, event: Touched<{ id: string }>): void {
    const entry = this.entryOf(event.currentTarget.dataset.id);
    if (entry === undefined || this.chain === undefined) return;
    this.setData({ sheetOpen: true, sheet: entrySheet(entry, this.chain.fields, this.serverNow()) });
  },
  onSheetClose(this: ListingPage): void {
    this.setData({ sheetOpen: false });
  },
};
