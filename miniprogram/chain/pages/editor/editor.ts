import type { ChainTemplate, FieldType } from '../../../../typings/contract/fields';
import type { ParsedLine } from '../../../../typings/contract/sheets';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { received } from '../../../platform/navigation';
import { ask } from '../../../platform/toast';
import { nothingToConfirm } from '../../../view/confirm';
import { grouped } from '../../../view/numbers';
import { nothingToPick } from '../../../view/pick';
import { editor as copy, fieldTypes } from '../../copy/editor';
import { templates } from '../../copy/templates';
import { newRequestId } from '../../platform/request-id';
import { sharedCard } from '../../platform/share';
import { MAX_PICTURES } from '../../services/organizing';
import { blankForm, type ChainForm } from '../../view/chain-form';
import { visibilityChips } from '../../view/editor-screen';
import { type FieldRow, fieldRow, MAX_FIELDS } from '../../view/field-form';
import type { FormProblems } from '../../view/form-draft';
import { linesToEnter } from '../../view/paste-screen';
import { fromTemplate, templateChips } from '../../view/templates';
import { editing } from './editing';
import { dropDraft, keepDraft, keptDraft, rememberedName } from './kept-draft';
import { publishing } from './publishing';
import { setting } from './setting';
import { starting } from './starting';

/** Pause after an input before the draft is written to the phone, ms. */
const KEEP_MS = 400;
const isTemplate = (id: string | undefined): id is ChainTemplate => id !== undefined && id in templates;

/** Questions are shown as rows, one line each. */
const shownOf = ({ fields: _, ...form }: ChainForm): Omit<ChainForm, 'fields'> => form;

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'ready',
    failure: '',
    /** form → done */
    step: 'form' as 'form' | 'done',
    isNew: true,
    wasKept: false,
    form: shownOf(blankForm),
    titleHint: templates.activity.titleHint,
    templateChips: templateChips('activity'),
    nameChips: visibilityChips('everyone'),
    fieldRows: [] as FieldRow[],
    canAddField: true,
    picturesLeft: MAX_PICTURES,
    moreOpen: false,
    pasteText: '',
    pasteProblem: '',
    /** Pasted people that wait to be entered, in words. */
    broughtText: '',
    problems: {} as FormProblems,
    problem: '',
    busyText: '',
    pick: nothingToPick,
    pickOpen: false,
    confirm: nothingToConfirm,
    confirming: false,
    title: '',
    doneTitle: '',
    enteredText: '',
    enterProblem: '',
  },

  ...starting,
  ...setting,
  ...publishing,
  ...editing,

  chainId: '',
  filled: blankForm,
  lines: [] as ParsedLine[],
  keeping: undefined as ReturnType<typeof setTimeout> | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const { id, from, template } = received(query);
    if (id !== undefined) {
      this.chainId = id;
      this.setData({ isNew: false });
      wx.setNavigationBarTitle({ title: copy.titleEdit });
      void this.load();
    } else this.begin(isTemplate(template) ? template : undefined, from);
  },
  /** With what was not published the last time, unless something else was asked for. */
  begin(template: ChainTemplate | undefined, from: string | undefined) {
    const kept = keptDraft();
    const isAsked = template !== undefined || from !== undefined;
    this.requestId = newRequestId();
    if (kept !== undefined && !isAsked) {
      Object.assign(this, { requestId: kept.requestId, sent: kept.sent, lines: kept.lines });
      this.setData({ wasKept: true });
      this.fill(kept.form);
      return;
    }
    const form = template === undefined ? blankForm : fromTemplate(template, Date.now());
    this.fill({ ...form, organizerName: rememberedName() });
    if (from !== undefined) void this.duplicate(from);
  },
  async onStartOver() {
    if (!(await ask(copy.startOverAsk, copy.startOverText, common.confirm, common.back))) return;
    this.dropKept();
    Object.assign(this, { requestId: newRequestId(), sent: false, lines: [] });
    this.setData({ wasKept: false, pasteText: '', problems: {}, problem: '' });
    this.fill({ ...blankForm, organizerName: rememberedName() });
  },

  /** Everything on the screen that follows from the form. */
  fill(form: ChainForm) {
    const people = linesToEnter(this.lines).length;
    this.filled = form;
    this.setData({
      form: shownOf(form),
      titleHint: templates[form.template].titleHint,
      templateChips: templateChips(form.template),
      nameChips: visibilityChips(form.names),
      fieldRows: form.fields.map(fieldRow),
      canAddField: form.fields.length < MAX_FIELDS,
      picturesLeft: MAX_PICTURES - form.pictures.length,
      broughtText: people > 0 ? copy.brought(grouped(people)) : '',
    });
    this.keep();
  },
  /** Inputs keep what is typed themselves; only what else follows is drawn anew. */
  put(changes: Partial<ChainForm>) {
    const keys = Object.keys(changes) as (keyof ChainForm)[];
    this.setData({ problem: '' });
    for (const key of keys) if (this.data.problems[key]) this.setData({ [`problems.${key}`]: '' });
    this.fill({ ...this.filled, ...changes });
  },
  /** A new chain's draft outlives the page; an edit does not. */
  keep() {
    if (this.chainId !== '') return;
    if (this.keeping !== undefined) clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), KEEP_MS);
  },
  keepNow() {
    if (this.chainId !== '' || this.keeping === undefined) return;
    clearTimeout(this.keeping);
    this.keeping = undefined;
    const { lines, requestId, sent } = this;
    keepDraft({ form: this.filled, lines, requestId, sent });
  },
  dropKept() {
    if (this.keeping !== undefined) clearTimeout(this.keeping);
    this.keeping = undefined;
    dropDraft();
  },
  onHide() {
    this.keepNow();
  },
  onUnload() {
    this.keepNow();
  },
  onRetry() {
    void this.load();
  },
  onMore() {
    this.setData({ moreOpen: !this.data.moreOpen });
  },
  /** The sheet offers types of questions, or old chains. */
  onPick(event: Told<{ id: string }>) {
    const { id } = event.detail;
    if (id in fieldTypes) this.addField(id as FieldType);
    else void this.duplicate(id);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { made } = this;
    return made === undefined ? {} : sharedCard(made);
  },
});
