import type { AccountsApi } from './accounts';
import type { BatchItemResult, BatchPreview, BatchView, Selection } from './batches';
import type { ChainsApi } from './chains';
import type { ContentsApi } from './contents';
import type { EntriesApi } from './entries';
import type { Quota, Refusal } from './errors';
import type { ExportsApi } from './exports';
import type { ImportRow, ImportSource, ImportsApi, ImportView, RowVerdict } from './imports';
import type {
  ItemChanges,
  ItemDraft,
  ItemFacets,
  ItemFilter,
  ItemKind,
  ItemSort,
  ItemsApi,
  ItemView,
  Suggestion,
  TrashView,
} from './items';
import type { LimitsApi } from './limits';
import type { LinksApi } from './links';
import type { NoticesApi } from './notices';
import type { MeView, Settings } from './people';
import type { ReportsApi, SurveyApi } from './reports';
import type { ReviewApi } from './review';
import type { SheetsApi } from './sheets';
import type { UploadsApi } from './uploads';

/** A page of a list. `cursor` is absent on the last page. */
export interface PageOf<T> {
  items: T[];
  cursor?: string;
}

/** The actions of the `chains` function. Their names begin with `chains.`, those of the `api` function do not. */
export interface ChainFunctionApi extends ChainsApi, EntriesApi, NoticesApi, SheetsApi {}

/** Every action there is: what goes in, what comes out. */
export interface Api
  extends AccountsApi,
    ChainFunctionApi,
    ContentsApi,
    ExportsApi,
    ImportsApi,
    ItemsApi,
    LimitsApi,
    LinksApi,
    ReportsApi,
    ReviewApi,
    SurveyApi,
    UploadsApi {
  'home.show': {
    input: Record<string, never>;
    data: {
      counts: Record<ItemKind | 'trash', number>;
      soonestPurgeAt?: number;
      suggestions: Suggestion[];
      /** Batches that still run, pause or wait. */
      unfinished: BatchView[];
      me: MeView;
    };
  };
  'items.list': {
    /** `limit` 1–100, 50 when absent. */
    input: { kind: ItemKind; filter?: ItemFilter; sort?: ItemSort; cursor?: string; limit?: number };
    data: PageOf<ItemView>;
  };
  'items.facets': { input: { kind: ItemKind; filter?: ItemFilter }; data: ItemFacets };
  'items.add': { input: { draft: ItemDraft }; data: { item: ItemView } };
  'items.edit': { input: { id: string; rev?: number; changes: ItemChanges }; data: { item: ItemView } };
  /** The owner opened the item: its last-read instant becomes now. */
  'items.opened': { input: { id: string }; data: { item: ItemView } };
  'batches.preview': { input: { kind: ItemKind; selection: Selection }; data: BatchPreview };
  /** Idempotent: a second commit answers with the batch as it is. */
  'batches.commit': { input: { batchId: string }; data: BatchView };
  /** Goes on with the next slices; idempotent. Called by the progress screen until the state is final. */
  'batches.advance': { input: { batchId: string }; data: BatchView };
  'batches.pause': { input: { batchId: string }; data: BatchView };
  'batches.resume': { input: { batchId: string }; data: BatchView };
  /** Stops what has not run yet, the queued rest included; what was removed stays in the trash. */
  'batches.cancel': { input: { batchId: string }; data: BatchView };
  'batches.show': {
    input: { batchId: string; cursor?: string };
    data: { batch: BatchView; results: PageOf<BatchItemResult> };
  };
  /** Batches of the last 72 h, newest first, ≤ 50. */
  'batches.list': { input: Record<string, never>; data: { batches: BatchView[] } };
  /** Restores all of the batch that is still restorable. */
  'batches.undo': { input: { batchId: string }; data: { restored: number; gone: number; batch: BatchView } };
  'trash.list': {
    /** `limit` 1–100, 50 when absent. Newest first. `pendingOnPlatform`: only those not ticked yet (去微信里取消). */
    input: {
      kind?: ItemKind;
      batchId?: string;
      pendingOnPlatform?: boolean;
      cursor?: string;
      limit?: number;
    };
    data: PageOf<TrashView>;
  };
  /** ≤ 500 ids. Ids that cannot be restored are counted in `gone`, the others are restored. */
  'trash.restore': { input: { ids: string[] }; data: { restored: number; gone: number } };
  /** ≤ 500 ids. Erases for good, at once. */
  'trash.erase': { input: { ids: string[]; confirmed: true }; data: { erased: number } };
  /** Ticks or unticks "cancelled on the original platform" on trashed items, ≤ 500 ids. */
  'trash.tick': { input: { ids: string[]; done: boolean }; data: { changed: number } };
  'imports.stage': {
    input: { kind: ItemKind; source: ImportSource };
    data: { import: ImportView; rows: PageOf<ImportRow> };
  };
  'imports.rows': {
    input: { importId: string; verdict?: RowVerdict; cursor?: string };
    data: PageOf<ImportRow>;
  };
  /** Adds the `new` rows, merges tags into duplicates, restores `trashed` ones when asked to. Idempotent;
   *  call again while the state is `committing`, and to retry failed rows. */
  'imports.commit': {
    input: { importId: string; restoreTrashed?: boolean };
    data: { import: ImportView };
  };
  'me.show': { input: Record<string, never>; data: MeView };
  'me.change': { input: Partial<Settings>; data: MeView };
}

export type Action = keyof Api;
export type ChainAction = keyof ChainFunctionApi;
/** The actions of the `api` function. */
export type ItemAction = Exclude<Action, ChainAction>;
export type InputOf<A extends Action> = Api[A]['input'];
export type DataOf<A extends Action> = Api[A]['data'];

/** Event of the `api` and `chains` functions. */
export interface Call<A extends Action = Action> {
  action: A;
  input: InputOf<A>;
}

/** `now`: the server's clock, epoch ms; countdowns are drawn against it, never against the phone's. */
export type Reply<T> =
  | { ok: true; data: T; quota?: Quota; now: number }
  | { ok: false; error: Refusal; now: number };
