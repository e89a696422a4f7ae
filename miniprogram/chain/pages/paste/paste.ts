import type { ParsedChain } from '../../../../typings/contract/sheets';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told, Touched } from '../../../platform/events';
import { back } from '../../../platform/navigation';
import { windowHeight } from '../../../platform/system';
import { fitted, heightOfLines } from '../../../view/row-room';
import { WindowedRows } from '../../../view/windowed-rows';
import { paste as copy } from '../../copy/paste';
import { openerOf } from '../../platform/opener';
import {
  blankLine,
  editedLine,
  isFlagged,
  type LineForm,
  lineForm,
  longLines,
  type PastedLine,
  type PasteRow,
  type PasteSummary,
  pasteRow,
  pasteSummary,
  withIds,
} from '../../view/paste-screen';

const blank: ParsedChain = { draft: { title: '' }, titleCertainty: 'unsure', lines: [] };

/** What was understood of a pasted 接龙, line by line. Sends `used` to the editor. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    summary: pasteSummary(blank, [], false) as PasteSummary,
    onlyFlagged: false,
    rows: [] as PasteRow[],
    padTop: 0,
    padBottom: 0,
    shown: 0,
    lineOpen: false,
    line: blankLine as LineForm,
    lineTitle: '',
    lineRaw: '',
    lineProblem: '',
    canRemove: false,
    problem: '',
  },

  parsed: blank,
  lines: [] as PastedLine[],
  made: 0,
  list: undefined as WindowedRows<PastedLine, PasteRow> | undefined,

  onLoad() {
    const look = currentLook();
    this.list = new WindowedRows<PastedLine, PasteRow>({
      load: async () => ({ ok: true, data: { items: this.visible() }, now: Date.now() }),
      toRow: line => this.rowOf(line),
      extraOf: line => heightOfLines(this.rowOf(line).moreLines ?? 0, look.size),
      publish: patch => this.setData(patch),
      rowHeight: look.big ? look.actionRowHeight : look.noteRowHeight,
      viewHeight: windowHeight(),
    });
    openerOf(this)?.once('given', (parsed: ParsedChain) => {
      this.parsed = parsed;
      this.lines = withIds(parsed.lines);
      this.made = this.lines.length;
      this.paint();
    });
  },
  rowOf(line: PastedLine): PasteRow {
    return fitted(pasteRow(line, this.lines.indexOf(line)), nameRoom());
  },
  visible(): PastedLine[] {
    return this.data.onlyFlagged ? this.lines.filter(isFlagged) : this.lines;
  },
  paint() {
    this.setData({ summary: pasteSummary(this.parsed, this.lines, this.data.onlyFlagged), problem: '' });
    this.setData({ shown: this.visible().length });
    void this.list?.restart();
  },
  onScroll(event: Told<{ scrollTop: number }>) {
    this.list?.onScroll(event.detail.scrollTop);
  },
  onFilter(event: Told<{ id: string }>) {
    this.setData({ onlyFlagged: event.detail.id === 'flagged' });
    this.paint();
  },

  onLine(event: Touched<{ id: string }>) {
    const line = this.lines.find(({ id }) => id === event.currentTarget.dataset.id);
    if (line === undefined) return;
    this.setData({ line: lineForm(line), lineTitle: copy.editTitle, lineRaw: line.raw, canRemove: true });
    this.setData({ lineProblem: '', lineOpen: true });
  },
  onAdd() {
    this.setData({ line: { ...blankLine }, lineTitle: copy.addTitle, lineRaw: '', canRemove: false });
    this.setData({ lineProblem: '', lineOpen: true });
  },
  onLineBack() {
    this.setData({ lineOpen: false });
  },
  onLineDone(event: Told<{ line: LineForm }>) {
    const form = event.detail.line;
    const before = this.lines.find(({ id }) => id === form.id);
    const edited = editedLine(form, before);
    if ('problem' in edited) {
      this.setData({ lineProblem: edited.problem });
      return;
    }
    if (before === undefined) {
      this.lines = [...this.lines, { ...edited.line, id: `l${this.made}` }];
      this.made += 1;
    } else this.lines = this.lines.map(line => (line === before ? { ...edited.line, id: line.id } : line));
    this.setData({ lineOpen: false });
    this.paintKept();
  },
  onLineRemove() {
    this.lines = this.lines.filter(({ id }) => id !== this.data.line.id);
    this.setData({ lineOpen: false });
    this.paintKept();
  },
  /** The rows change, the place in the list stays. */
  paintKept() {
    this.setData({ summary: pasteSummary(this.parsed, this.lines, this.data.onlyFlagged), problem: '' });
    this.setData({ shown: this.visible().length });
    if (this.list !== undefined) this.list.items = this.visible();
    this.list?.repaint();
  },

  onUse() {
    const long = longLines(this.lines);
    if (long > 0) {
      this.setData({ onlyFlagged: true });
      this.paint();
      this.setData({ problem: copy.tooLong(long) });
      return;
    }
    const lines = this.lines.map(({ id: _, ...line }) => line);
    openerOf(this)?.emit('used', { ...this.parsed, lines });
    back();
  },
  onBack() {
    back();
  },
});
