import type { Reply } from '../../../../typings/contract/api';
import type { MeView } from '../../../../typings/contract/people';
import { appearance } from '../../../components/appearance/appearance';
import type { Told } from '../../../platform/events';
import { isOnline } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { showMe } from '../../../services/people';
import { accountFailure } from '../../../view/account';
import { profileHead } from '../../../view/me-screen';
import { refusalText } from '../../../view/refusal';
import { profile as copy } from '../../copy/profile';
import { NICKNAME_MAX, saveProfile, uploadAvatar } from '../../services/account';

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    max: NICKNAME_MAX,
    nameNote: copy.nameNote(NICKNAME_MAX),
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    head: profileHead({}),
    name: '',
    /** Without WeChat's own control: for who does not want to agree to it. */
    typing: false,
    problem: '',
    /** Which of the two is being saved, blank when none. */
    busy: '' as '' | 'avatar' | 'name',
  },

  onLoad() {
    void this.load();
  },
  async load() {
    const reply = await showMe();
    if (!reply.ok) return this.setData(accountFailure(reply.error, reply.now, await isOnline()));
    // Loaded again when the network is back: what was typed meanwhile stays.
    const name = this.data.state === 'ready' ? this.data.name : (reply.data.profile.nickname ?? '');
    this.setData({ state: 'ready', keptAt: reply.keptAt ?? 0, name });
    this.show(reply.data);
  },
  show({ profile }: MeView) {
    this.setData({ head: profileHead(profile) });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },

  /** WeChat hands over a temporary file; who refuses or closes the sheet is not asked again. */
  async onAvatar(event: Told<{ avatarUrl: string }>) {
    const { avatarUrl } = event.detail;
    if (!avatarUrl || this.data.busy !== '') return;
    this.setData({ busy: 'avatar', problem: '' });
    const avatarFileId = await uploadAvatar(avatarUrl);
    if (avatarFileId === undefined) this.setData({ busy: '', problem: copy.uploadFailed });
    else await this.finish(await saveProfile({ avatarFileId }));
  },
  async onAvatarOff() {
    if (this.data.busy !== '' || !(await ask(copy.avatarAsk, copy.avatarAskText))) return;
    this.setData({ busy: 'avatar', problem: '' });
    await this.finish(await saveProfile({ avatarFileId: null }));
  },

  /** A name picked from WeChat's keyboard may be told only when the field is left. */
  onName(event: Told<{ value: string }>) {
    if (event.detail.value !== this.data.name) this.setData({ name: event.detail.value, problem: '' });
  },
  /** WeChat looks at a nickname when the field is left, and empties the field when it does not like it. */
  onReviewed(event: Told<{ pass: boolean }>) {
    if (!event.detail.pass) this.setData({ name: '', problem: copy.notTaken });
  },
  onTyping() {
    this.setData({ typing: true });
  },
  /** A blank name takes it away. WeChat's nicknames can be longer than the field lets one type. */
  async onSave() {
    const nickname = this.data.name.trim();
    if (this.data.busy !== '') return;
    if (Array.from(nickname).length > NICKNAME_MAX)
      return this.setData({ problem: copy.tooLong(NICKNAME_MAX) });
    this.setData({ busy: 'name', problem: '' });
    await this.finish(await saveProfile({ nickname: nickname === '' ? null : nickname }));
  },
  /** What was typed stays when it could not be kept. */
  async finish(reply: Reply<MeView>) {
    this.setData({ busy: '' });
    if (!reply.ok) return this.setData({ problem: refusalText(reply.error, reply.now) });
    this.show(reply.data);
    toast(copy.saved);
  },
});
