import type { PageOf } from '../../typings/contract/api';
import type { Refusal } from '../../typings/contract/errors';
import type { Answer } from './answer';
import { RowTops } from './row-tops';

export interface WindowPatch<Row> {
  rows: Row[];
  /** Heights of what is left out above and below, px. */
  padTop: number;
  padBottom: number;
}

export interface WindowSource<T, Row> {
  load(cursor: string | undefined): Promise<Answer<PageOf<T>>>;
  /** `index` is the item's place among all that are loaded. */
  toRow(item: T, index: number, items: readonly T[]): Row;
  publish(patch: WindowPatch<Row>): void;
  /** Least height of a row and height of the visible part, px. */
  rowHeight: number;
  viewHeight: number;
  /** What a row is higher than that, px; all have the same height when absent. */
  extraOf?(item: T): number;
}

export type LoadOutcome =
  /** `keptAt`: the cloud could not be asked, and the items are its answer of then. */
  { state: 'ready'; keptAt?: number } | { state: 'stale' } | { state: 'failed'; error: Refusal; now: number };

/** Rows kept drawn beyond each edge of the screen; the window moves in steps of half of it. */
const SPARE = 4;
const STEP = SPARE / 2;
/** Between two windows drawn while the person scrolls: phones report 60 places a second and take 20 changes of a page. */
const REST_MS = 100;
/** Unseen rows left when the next page is asked for. */
const AHEAD = 40;

/** Which rows to draw: `start` inclusive, `end` exclusive. */
export function windowAt(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): { start: number; end: number } {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const length = Math.ceil(viewHeight / rowHeight) + 2 * SPARE;
  const wanted = Math.floor((first - SPARE) / STEP) * STEP;
  const start = Math.max(0, Math.min(wanted, count - length));
  return { start, end: Math.min(count, start + length + STEP) };
}

/**
 * A long list of which only a window is drawn. Holds every item loaded so far, asks for pages by cursor
 * while the person scrolls, and drops replies to a question that was replaced meanwhile.
 */
export class WindowedRows<T extends { id: string }, Row> {
  items: T[] = [];
  start = 0;
  private end = 0;
  private scrollTop = 0;
  private cursor: string | undefined;
  private turn = 0;
  private loading = false;
  private ended = false;
  private readonly tops = new RowTops();
  private resting = false;
  /** More is known than was drawn. */
  private isStale = false;

  constructor(private readonly source: WindowSource<T, Row>) {}

  get isEnded(): boolean {
    return this.ended;
  }

  /** Shows a page of before until `restart` has the answer of now. */
  begin(page: PageOf<T>): void {
    this.take([], page);
    this.draw(true);
  }

  /** Asks anew from the top. The rows shown stay until the answer is there. */
  async restart(): Promise<LoadOutcome> {
    this.turn += 1;
    const turn = this.turn;
    this.loading = true;
    const reply = await this.source.load(undefined);
    if (turn !== this.turn) return { state: 'stale' };
    this.loading = false;
    if (!reply.ok) return { state: 'failed', error: reply.error, now: reply.now };
    this.scrollTop = 0;
    this.take([], reply.data);
    this.draw(true);
    return reply.keptAt === undefined ? { state: 'ready' } : { state: 'ready', keptAt: reply.keptAt };
  }

  /** Loads the next page when there is one and none is on its way. */
  async more(): Promise<LoadOutcome> {
    if (this.loading || this.ended) return { state: 'stale' };
    const turn = this.turn;
    this.loading = true;
    const reply = await this.source.load(this.cursor);
    if (turn !== this.turn) return { state: 'stale' };
    this.loading = false;
    if (!reply.ok) return { state: 'failed', error: reply.error, now: reply.now };
    this.take(this.items, reply.data);
    this.isStale = true;
    if (!this.resting) this.follow();
    return { state: 'ready' };
  }

  /** Draws the window anew when it has moved, at once or after a rest; true when the next page should be asked for. */
  onScroll(scrollTop: number): boolean {
    this.scrollTop = scrollTop;
    if (!this.resting) this.follow();
    return !this.ended && this.wanted().end + AHEAD >= this.items.length;
  }

  /** Draws again, for a change that touches every row. */
  repaint(): void {
    this.place();
    this.draw(true);
  }

  /** Runs a change of the rows' height and draws; where to scroll so that the same row stays on top, px. */
  keepPlace(change: () => void): number {
    const place = this.tops.placeAt(this.scrollTop);
    change();
    this.place();
    this.scrollTop = this.tops.distanceOf(place);
    this.draw(true);
    return this.scrollTop;
  }

  /** Position in the drawn rows, −1 when the item is not drawn. */
  drawnIndex(id: string): number {
    return this.items.slice(this.start, this.end).findIndex(item => item.id === id);
  }

  replace(item: T): void {
    this.items = this.items.map(other => (other.id === item.id ? item : other));
    this.place();
    this.draw(true);
  }

  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.items = this.items.filter(item => !gone.has(item.id));
    this.place();
    this.draw(true);
  }

  private take(before: T[], page: PageOf<T>): void {
    const known = new Set(before.map(item => item.id));
    this.items = [...before, ...page.items.filter(item => !known.has(item.id))];
    this.place(before.length);
    this.cursor = page.cursor;
    this.ended = page.cursor === undefined;
  }

  /** `known`: so many rows from the top are where they were. */
  private place(known = 0): void {
    const { rowHeight, extraOf } = this.source;
    this.tops.measure(this.items, item => rowHeight + (extraOf?.(item) ?? 0), known);
  }

  private wanted(): { start: number; end: number } {
    const { rowHeight, viewHeight } = this.source;
    const top = Math.floor(this.tops.placeAt(this.scrollTop)) * rowHeight;
    return windowAt(top, viewHeight, rowHeight, this.items.length);
  }

  /** Draws where the person is, and after a rest where they are by then. */
  private follow(): void {
    if (!this.draw(this.isStale)) return;
    this.resting = true;
    setTimeout(() => {
      this.resting = false;
      this.follow();
    }, REST_MS);
  }

  /** False when the same rows are drawn already; `always` draws them all the same. */
  private draw(always: boolean): boolean {
    const { start, end } = this.wanted();
    if (!always && start === this.start && end === this.end) return false;
    this.isStale = false;
    this.start = start;
    this.end = end;
    this.source.publish({
      rows: this.items
        .slice(start, end)
        .map((item, index) => this.source.toRow(item, start + index, this.items)),
      padTop: this.tops.top(start),
      padBottom: this.tops.total - this.tops.top(end),
    });
    return true;
  }
}
