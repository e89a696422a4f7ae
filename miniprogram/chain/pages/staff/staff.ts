import type { InputOf, Reply } from '../../../../typings/contract/api';
import type { ChainStaff, ChainView } from '../../../../typings/contract/chains';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told, Touched } from '../../../platform/events';
import { received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { showMe } from '../../../services/people';
import { nothingToPick } from '../../../view/pick';
import { failureView, refusalText } from '../../../view/refusal';
import { staff as copy } from '../../copy/staff';
import { listEntries, showChain } from '../../services/chains';
import { appointStaff, handOverChain } from '../../services/organizing';
import {
  type Candidate,
  candidatePick,
  candidates,
  canTakeOver,
  type StaffAct,
  type StaffRow,
  staffPick,
  staffRows,
} from '../../view/staff-screen';

/** Pause after a key before people are looked for, ms. */
const TYPING_MS = 300;

/** Who organizes together, who takes over. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    rows: [] as StaffRow[],
    isOwner: false,
    canTakeOver: false,
    adding: false,
    search: '',
    found: [] as Candidate[],
    foundCut: false,
    looking: false,
    pick: nothingToPick,
    pickOpen: false,
    busy: false,
  },

  chainId: '',
  myUid: '',
  staff: [] as ChainStaff[],
  /** What the sheet is about: one of the staff, or somebody's entry. */
  about: undefined as { uid: string; name: string } | { entryId: string } | undefined,
  typing: undefined as ReturnType<typeof setTimeout> | undefined,
  turn: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.chainId = received(query)['id'] ?? '';
    void this.load();
  },
  onUnload() {
    if (this.typing !== undefined) clearTimeout(this.typing);
  },
  async load() {
    const [reply, me] = await Promise.all([showChain(this.chainId), showMe()]);
    if (me.ok) this.myUid = me.data.uid;
    if (reply.ok) this.take(reply.data.chain);
    else this.setData(failureView(reply.error, reply.now, await isOnline()));
  },
  take(chain: ChainView) {
    this.chainId = chain.chainId;
    this.staff = chain.staff ?? [];
    this.setData({
      state: 'ready',
      rows: staffRows(chain),
      isOwner: chain.myRole === 'owner',
      canTakeOver: canTakeOver(this.staff, this.myUid, chain.myRole),
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },

  onStaff(event: Touched<{ id: string }>) {
    const one = this.staff.find(({ uid }) => uid === event.currentTarget.dataset.id);
    if (one === undefined) return;
    this.about = { uid: one.uid, name: one.name };
    this.setData({ pick: staffPick(one), pickOpen: true });
  },
  onAdd() {
    this.setData({ adding: true });
    void this.look();
  },
  onSearch(event: Told<{ value: string }>) {
    this.setData({ search: event.detail.value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.look(), TYPING_MS);
  },
  async look() {
    this.turn += 1;
    const { turn } = this;
    this.setData({ looking: true });
    const reply = await listEntries(this.chainId, 'all', this.data.search.trim());
    if (turn !== this.turn) return;
    this.setData({ looking: false });
    if (!reply.ok) toast(refusalText(reply.error, reply.now));
    else {
      const { rows, isCut } = candidates(reply.data.items);
      this.setData({ found: rows, foundCut: isCut });
    }
  },
  onCandidate(event: Touched<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    this.about = { entryId: id };
    this.setData({ pick: candidatePick(name), pickOpen: true });
  },

  onPickDismiss() {
    this.setData({ pickOpen: false });
  },
  async onPick(event: Told<{ id: StaffAct }>) {
    const { about } = this;
    this.setData({ pickOpen: false });
    if (about === undefined) return;
    if ('entryId' in about) await this.appoint({ entryId: about.entryId, role: roleOf(event.detail.id) });
    else await this.change(event.detail.id, about);
  },
  async change(act: StaffAct, { uid, name }: { uid: string; name: string }) {
    const role = this.staff.find(one => one.uid === uid)?.role === 'organizer' ? 'organizer' : 'volunteer';
    if (act === 'hand-over') await this.handOver(uid, name);
    else if (act === 'off') {
      if (await ask(copy.offTitle(name), copy.offText, copy.offYes, copy.no))
        await this.appoint({ uid, role: 'participant' });
    } else if (act === 'successor' || act === 'no-successor')
      await this.appoint({ uid, role, successor: act === 'successor' });
    else await this.appoint({ uid, role: act });
  },
  async appoint(input: Omit<InputOf<'chains.appoint'>, 'chainId'>) {
    await this.act(() => appointStaff({ chainId: this.chainId, ...input }), copy.saved);
  },
  async handOver(uid: string, name: string) {
    if (!(await ask(copy.handOverTitle(name), copy.handOverText, copy.handOverYes, copy.no))) return;
    if (!(await ask(copy.handOverAgain, copy.handOverText, copy.handOverYes, copy.no))) return;
    await this.act(() => handOverChain(this.chainId, uid), copy.handedOver);
  },
  async onTakeOver() {
    if (!(await ask(copy.takeOver, copy.takeOverText, copy.handOverYes, copy.no))) return;
    await this.act(() => handOverChain(this.chainId, this.myUid), copy.handedOver);
  },
  async act(action: () => Promise<Reply<{ chain: ChainView }>>, done: string) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const reply = await action();
    this.setData({ busy: false });
    toast(reply.ok ? done : refusalText(reply.error, reply.now));
    if (!reply.ok) return;
    this.setData({ adding: false });
    this.take(reply.data.chain);
  },
});

const roleOf = (act: StaffAct): 'organizer' | 'volunteer' =>
  act === 'organizer' ? 'organizer' : 'volunteer';
