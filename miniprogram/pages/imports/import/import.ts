import type { DataOf, Reply } from '../../../../typings/contract/api';
import type { ImportRow, ImportSource, ImportView, RowVerdict } from '../../../../typings/contract/imports';
import type { ItemKind } from '../../../../typings/contract/items';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { imports as copy, sources } from '../../../copy/imports';
import type { Told } from '../../../platform/events';
import type { ChatFile } from '../../../platform/materials';
import { isAlone, replace } from '../../../platform/navigation';
import { canReadPictures } from '../../../platform/picture-text';
import { windowHeight } from '../../../platform/system';
import { ask } from '../../../platform/toast';
import {
  commitImport,
  listImportRows,
  MAX_TEXT,
  stageImport,
  undoImport,
  uploadImportFile,
} from '../../../services/imports';
import {
  type ImportShown,
  type ImportSummary,
  importRow,
  importSummary,
  isTakenBack,
  kindChips,
  verdictChips,
} from '../../../view/import-screen';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';
import { fitted, heightOfLines, moreLinesOf } from '../../../view/row-room';
import { WindowedRows } from '../../../view/windowed-rows';
import { type Gathered, gatherFile, gatherForwarded, gatherPicture } from './gathering';
import { workThrough } from './working';

type NumberedRow = ImportRow & { id: string };
type Staged = DataOf<'imports.stage'>;
const numbered = (rows: ImportRow[]): NumberedRow[] => rows.map(row => ({ ...row, id: String(row.row) }));

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    /** source → preview → committing → done */
    step: 'source' as 'source' | 'preview' | 'committing' | 'done',
    kinds: kindChips('follow'),
    text: '',
    /** Name of a file that came out of a chat and waits to be read. */
    fileName: '',
    problem: '',
    hint: '',
    busyText: '',
    /** Offered only where the phone itself can read pictures. */
    canReadPictures: false,
    sources,
    helpOpen: false,
    chips: verdictChips({ new: 0, duplicate: 0, trashed: 0, bad: 0 }, undefined),
    summary: {} as ImportSummary,
    percent: 0,
    restoreTrashed: true,
    rows: [] as ImportShown[],
    padTop: 0,
    padBottom: 0,
  },

  kind: 'follow' as ItemKind,
  file: undefined as ChatFile | undefined,
  /** WeChat opened this page itself, and it has not been shown yet. */
  opened: false,
  view: undefined as ImportView | undefined,
  verdict: undefined as RowVerdict | undefined,
  /** The first page comes with the staging itself. */
  staged: undefined as Staged['rows'] | undefined,
  list: undefined as WindowedRows<NumberedRow, ImportShown> | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const { kind } = query;
    if (kind === 'like' || kind === 'favorite') this.pickKind(kind);
    this.opened = isAlone();
    this.setData({ canReadPictures: canReadPictures() });
    const look = currentLook();
    this.list = new WindowedRows<NumberedRow, ImportShown>({
      load: cursor => this.loadRows(cursor),
      toRow: row => fitted(importRow(row, look.big, isTakenBack(this.view)), nameRoom()),
      extraOf: ({ name }) => heightOfLines(moreLinesOf(name, [], nameRoom()) + (look.big ? 1 : 0), look.size),
      publish: patch => this.setData(patch),
      rowHeight: look.noteRowHeight,
      viewHeight: windowHeight(),
    });
  },

  /** WeChat shows the page again and again with the same article or file; each is taken once. */
  onShow() {
    const brought = gatherForwarded(this.opened);
    this.opened = false;
    if (brought === undefined) return;
    if ('text' in brought) this.pickKind('favorite');
    this.setData({ step: 'source' });
    this.take(brought);
  },

  async loadRows(cursor: string | undefined): Promise<Reply<{ items: NumberedRow[]; cursor?: string }>> {
    const { staged, view } = this;
    this.staged = undefined;
    if (staged !== undefined) {
      return { ok: true, data: { ...staged, items: numbered(staged.items) }, now: Date.now() };
    }
    const reply = await listImportRows(view?.importId ?? '', this.verdict, cursor);
    return reply.ok ? { ...reply, data: { ...reply.data, items: numbered(reply.data.items) } } : reply;
  },

  pickKind(kind: ItemKind) {
    this.kind = kind;
    this.setData({ kinds: kindChips(kind) });
  },
  onKind(event: Told<{ id: ItemKind }>) {
    this.pickKind(event.detail.id);
  },
  onText(event: Told<{ value: string }>) {
    this.setData({ text: event.detail.value, problem: '' });
  },
  onHelp() {
    this.setData({ helpOpen: !this.data.helpOpen });
  },
  onDrop() {
    this.file = undefined;
    this.setData({ fileName: '' });
  },

  /** Shows what was gathered, ready to be read. */
  take(gathered: Gathered) {
    if (gathered === undefined) return;
    this.file = 'file' in gathered ? gathered.file : undefined;
    this.setData({
      fileName: this.file?.name ?? '',
      problem: 'problem' in gathered ? gathered.problem : '',
      hint: '',
      ...('text' in gathered ? { text: gathered.text } : {}),
    });
  },
  async onRead() {
    const { text, busyText } = this.data;
    if (busyText !== '') return;
    if (this.file !== undefined) await this.readFile(this.file);
    else if (text.trim() === '') this.setData({ problem: copy.empty });
    else if (text.length > MAX_TEXT) this.setData({ problem: copy.tooLong });
    else await this.stage({ text });
  },
  async onFile() {
    if (this.data.busyText !== '') return;
    this.take(await gatherFile());
    if (this.file !== undefined) await this.readFile(this.file);
  },
  async onPicture() {
    if (this.data.busyText !== '') return;
    const read = await gatherPicture(() => this.setData({ busyText: copy.readingPicture, problem: '' }));
    this.setData({ busyText: '' });
    this.take(read);
    if (read !== undefined && 'text' in read) {
      this.setData({ hint: copy.pictureRead(grouped(read.text.split('\n').length)) });
    }
  },
  async readFile(file: ChatFile) {
    this.setData({ busyText: copy.uploading, problem: '' });
    const fileId = await uploadImportFile(file.path, file.name);
    this.setData({ busyText: '' });
    if (fileId === undefined) this.setData({ problem: copy.uploadFailed });
    else await this.stage({ fileId });
  },

  /** Reads the source on the server and shows what was found; nothing is written yet. */
  async stage(source: ImportSource) {
    if (this.data.busyText !== '') return;
    this.setData({ busyText: copy.reading, problem: '', hint: '' });
    const reply = await stageImport(this.kind, source);
    this.setData({ busyText: '' });
    if (!reply.ok) {
      this.setData({ problem: refusalText(reply.error, reply.now) });
      return;
    }
    this.verdict = undefined;
    this.staged = reply.data.rows;
    this.paint(reply.data.import);
    await this.list?.restart();
    this.setData({ step: 'preview' });
  },
  paint(view: ImportView) {
    this.view = view;
    const handled = Object.values(view.outcomes).reduce((sum, count) => sum + count, 0);
    this.setData({
      summary: importSummary(view, this.data.restoreTrashed),
      chips: verdictChips(view.counts, this.verdict),
      percent: view.total > 0 ? Math.round((handled / view.total) * 100) : 0,
    });
  },

  onVerdict(event: Told<{ id: RowVerdict }>) {
    const { id } = event.detail;
    this.verdict = this.verdict === id ? undefined : id;
    if (this.view !== undefined) this.paint(this.view);
    void this.list?.restart();
  },
  onRestoreTrashed(event: Told<{ value: boolean }>) {
    this.setData({ restoreTrashed: event.detail.value });
    if (this.view !== undefined) this.paint(this.view);
  },
  onScroll(event: Told<{ scrollTop: number }>) {
    if (this.list?.onScroll(event.detail.scrollTop)) void this.list.more();
  },

  /** Safe to repeat: rows that are in already stay as they are. */
  async onCommit() {
    const importId = this.view?.importId;
    if (importId === undefined || this.data.step === 'committing') return;
    this.setData({ step: 'committing', problem: '' });
    const commit = () => commitImport(importId, this.data.restoreTrashed);
    const stopped = await workThrough(commit, view => this.paint(view));
    if (stopped === undefined) await this.finish();
    else this.setData({ step: 'preview', problem: `${copy.interrupted}。${stopped}` });
  },
  /** Takes back what was added; what was merged or restored stays. */
  async onUndo() {
    const importId = this.view?.importId;
    if (importId === undefined || this.data.busyText !== '') return;
    if (!(await ask(copy.undoTitle, copy.undoText, copy.undoYes, common.back))) return;
    this.setData({ busyText: copy.undoing, problem: '' });
    const stopped = await workThrough(
      () => undoImport(importId),
      view => this.paint(view),
    );
    this.setData({ busyText: '', problem: stopped ?? '' });
    await this.finish();
  },
  async finish() {
    this.verdict = undefined;
    if (this.view !== undefined) this.paint(this.view);
    await this.list?.restart();
    this.setData({ step: 'done' });
  },

  onSee() {
    replace('items/list/list', { kind: this.kind });
  },
  onAgain() {
    this.view = undefined;
    this.onDrop();
    this.setData({ step: 'source', problem: '', ...(this.data.step === 'done' ? { text: '' } : {}) });
  },
});
