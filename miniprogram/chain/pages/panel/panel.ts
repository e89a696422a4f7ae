import type { ChainView } from '../../../../typings/contract/chains';
import type { EntryReply } from '../../../../typings/contract/entries';
import { appearance, currentLook } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Touched } from '../../../platform/events';
import { copyText } from '../../../platform/materials';
import { open, openWith, received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { grouped } from '../../../view/numbers';
import { failureView } from '../../../view/refusal';
import { panel as copy, type PanelEntry } from '../../copy/panel';
import { sharedCard } from '../../platform/share';
import { showChain } from '../../services/chains';
import { previewReminder, showStatistics } from '../../services/organizing';
import {
  type DayBar,
  dayBars,
  type MissingCard,
  missingCard,
  namesText,
  type PanelHead,
  type PanelNumber,
  type PanelRow,
  panelHead,
  panelNumbers,
  panelRows,
  settingsId,
} from '../../view/panel-screen';
import { nothingToAsk } from '../../view/text-ask';
import { prepareLiveCard } from './live-card';
import { steering } from './steering';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    head: { title: '' } as PanelHead,
    numbers: [] as PanelNumber[],
    missing: null as MissingCard | null,
    /** Without a roster nobody knows who has not answered. */
    canSetRoster: false,
    bars: [] as DayBar[],
    rows: [] as PanelRow[],
    canLead: false,
    ask: nothingToAsk,
    asking: false,
    askProblem: '',
    busy: false,
  },

  ...steering,

  chainId: '',
  round: undefined as string | undefined,
  chain: undefined as ChainView | undefined,
  /** Who has not answered. */
  names: [] as string[],
  turn: 0,

  onLoad(query: Record<string, string | undefined>) {
    const { id = '', round } = received(query);
    this.chainId = id;
    this.round = round;
  },
  onShow() {
    void this.load();
  },

  async load() {
    this.turn += 1;
    const { turn } = this;
    const reply = await showChain(this.chainId, this.round);
    if (turn !== this.turn) return;
    if (!reply.ok) {
      if (this.data.state === 'ready') toast(common.notFresh);
      else this.setData(failureView(reply.error, reply.now, await isOnline()));
      return;
    }
    this.take(reply.data.chain);
    void prepareLiveCard(reply.data.chain);
    await this.count(reply.data.chain.chainId, turn);
  },
  take(chain: ChainView) {
    this.chain = chain;
    this.setData({
      state: 'ready',
      head: panelHead(chain),
      rows: panelRows(chain, currentLook().big),
      canLead: chain.myRole === 'organizer' || chain.myRole === 'owner',
      ...(this.data.numbers.length === 0 ? { numbers: panelNumbers(chain, undefined) } : {}),
    });
  },
  /** What takes the server longer comes after the screen is there. */
  async count(chainId: string, turn: number) {
    const [statistics, preview] = await Promise.all([
      showStatistics(chainId),
      previewReminder(chainId, 'unanswered'),
    ]);
    if (turn !== this.turn || this.chain === undefined) return;
    const counted = statistics.ok ? statistics.data : undefined;
    const missing = preview.ok ? missingCard(preview.data, counted, preview.now) : undefined;
    this.names = preview.ok ? preview.data.names : [];
    this.setData({
      numbers: panelNumbers(this.chain, counted),
      bars: counted === undefined ? [] : dayBars(counted.joinsByDay),
      missing: missing ?? null,
      canSetRoster: counted !== undefined && missing === undefined && this.data.canLead,
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },

  query(): { id: string } {
    return { id: this.chain?.chainId ?? this.chainId };
  },
  onNumber(event: Touched<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    if (id === 'unanswered') open('/chain/pages/roster/roster', this.query());
    else open('/chain/pages/people/people', { ...this.query(), filter: id });
  },
  onRow(event: Touched<{ id: PanelEntry }>) {
    const { id } = event.currentTarget.dataset;
    const { chain } = this;
    if (chain === undefined) return;
    const series = { id: settingsId(chain) };
    const ways: Record<PanelEntry, () => void> = {
      people: () => open('/chain/pages/people/people', this.query()),
      'key-in': () => this.onKeyIn(),
      export: () => this.onExport(),
      announce: () => this.onAnnounce(),
      roster: () => open('/chain/pages/roster/roster', this.query()),
      report: () => open('/report/pages/chain-report/chain-report', this.query()),
      rounds: () => open('/chain/pages/rounds/rounds', series),
      edit: () => open('/chain/pages/editor/editor', series),
      staff: () => open('/chain/pages/staff/staff', this.query()),
      history: () => open('/chain/pages/history/history', { ...this.query(), series: chain.round?.seriesId }),
      steer: () => void this.onSteer(),
      cancel: () => this.onCancel(),
      trash: () => void this.onTrash(),
    };
    ways[id]();
  },
  onKeyIn() {
    openWith(
      '/chain/pages/join/join',
      { chainId: this.query().id, as: 'key-in' },
      {
        done: ({ entry }: EntryReply) => toast(copy.keyedIn(entry.name, grouped(entry.number))),
      },
    );
  },

  onRemind() {
    open('/chain/pages/remind/remind', this.query());
  },
  onRoster() {
    open('/chain/pages/roster/roster', this.query());
  },
  /** WeChat itself says that it is copied. */
  onCopyNames() {
    void copyText(namesText(this.names));
  },
  onExport() {
    open('/chain/pages/export/export', this.query());
  },
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return this.chain === undefined ? {} : sharedCard(this.chain);
  },
});
