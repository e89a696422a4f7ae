import { element } from '../element';
import { type ChoiceGroup, choiceGroup } from './choice-group';
import { clockPanel } from './clock-panel';
import { button, section } from './dom';
import { roomIn, scaleToFit } from './fit';
import { foldingStrip } from './fold';
import { inbox } from './inbox';
import { materialPanel } from './material-panel';
import { type Network, type Person, PhoneFrame, type PhoneState } from './phone-frame';
import { resetButton } from './reset-button';

const WIDTHS = [320, 375, 430].map(value => ({ text: `${value}`, value, testId: `width-${value}` }));
/** fontSizeScaleFactor; the largest is 关怀模式 on most phones. */
const FONTS = [
  { text: '标准', value: 1, testId: 'font-1' },
  { text: '大', value: 1.18, testId: 'font-1.18' },
  { text: '特大', value: 1.4, testId: 'font-1.4' },
];
const THEMES = [
  { text: '浅色', value: 'light' as const, testId: 'theme-light' },
  { text: '深色', value: 'dark' as const, testId: 'theme-dark' },
];
const NETWORKS: { text: string; value: Network; testId: string }[] = [
  { text: '在线', value: 'online', testId: 'network-online' },
  { text: '慢', value: 'slow', testId: 'network-slow' },
  { text: '离线', value: 'offline', testId: 'network-offline' },
];

/** The page around the phones: a strip of controls that act on the chosen phone, and the phones. */
export class Workbench {
  readonly node: HTMLElement;
  private readonly phones: PhoneFrame[] = [];
  private chosen = 0;
  private readonly stage = element('main', { class: 'stage', 'aria-label': '手机' });
  private readonly status = element('p', { class: 'status', role: 'status', 'data-testid': 'status' });
  private readonly chooser: ChoiceGroup<number>;
  private readonly secondPhone = button('打开第二部手机', 'second-phone', () => this.toggleSecondPhone());
  private readonly controls: { [K in keyof PhoneState]: ChoiceGroup<PhoneState[K]> };
  private readonly inbox = inbox(
    () => this.phone.openid,
    path => this.phone.open(path),
  );
  private readonly clock = clockPanel(this.say.bind(this), () => this.clockMoved());

  constructor(
    private readonly people: Person[],
    hasCloud: boolean,
  ) {
    this.chooser = choiceGroup(
      '设置用于',
      [1, 2].map(number => ({ text: `手机 ${number}`, value: number - 1, testId: `choose-phone-${number}` })),
      at => this.choose(at),
    );
    this.controls = this.phoneControls();
    const { person, width, fontScale, theme, network } = this.controls;
    const strip = foldingStrip(
      '理一理 · 预览',
      section('我是谁', person.node),
      section('第二部手机', this.secondPhone, this.chooser.node),
      this.clock.node,
      section('手机设置', width.node, fontScale.node, theme.node, network.node),
      materialPanel({
        open: name => this.phone.openMaterial(name),
        launch: name => this.phone.reload(undefined, name),
      }),
      this.inbox.node,
      resetButton(this.say.bind(this), () => this.afterReset()),
      this.status,
    );
    this.node = element('div', { class: 'workbench' }, strip, this.stage);
    this.addPhone(people[0] as Person);
    addEventListener('message', event => this.receive(event));
    new ResizeObserver(() => this.fit()).observe(this.stage);
    if (hasCloud) this.refreshCloud();
    else this.say('没有本地云：调用云函数会失败');
  }

  private get phone(): PhoneFrame {
    return (this.phones[this.chosen] ?? this.phones[0]) as PhoneFrame;
  }

  private phoneControls(): Workbench['controls'] {
    const change = (settings: Partial<PhoneState>) => this.change(settings);
    const people = this.people.map(value => ({ text: value.name, value, testId: `person-${value.id}` }));
    return {
      person: choiceGroup('我是谁', people, person => change({ person, fontScale: person.fontScale })),
      width: choiceGroup('宽度', WIDTHS, width => change({ width })),
      fontScale: choiceGroup('字号', FONTS, fontScale => change({ fontScale })),
      theme: choiceGroup('外观', THEMES, theme => change({ theme })),
      network: choiceGroup('网络', NETWORKS, network => change({ network })),
    };
  }

  private change(settings: Partial<PhoneState>): void {
    this.phone.update(settings);
    this.showState();
    this.refreshCloud();
  }

  private choose(at: number): void {
    this.chosen = at;
    this.showState();
    this.refreshCloud();
  }

  private showState(): void {
    const { person, width, fontScale, theme, network } = this.phone.state;
    this.controls.person.show(person);
    this.controls.width.show(width);
    this.controls.fontScale.show(fontScale);
    this.controls.theme.show(theme);
    this.controls.network.show(network);
    this.chooser.show(this.chosen);
    this.chooser.node.hidden = this.phones.length < 2;
    this.secondPhone.textContent = this.phones.length < 2 ? '打开第二部手机' : '关闭第二部手机';
    for (const phone of this.phones) {
      phone.node.classList.toggle('chosen', this.phones.length > 1 && phone === this.phone);
    }
    this.fit();
  }

  /** Phones keep their own px and are shrunk as a picture, so that a low window cuts nothing off. */
  private fit(): void {
    const scale = scaleToFit(
      roomIn(this.stage),
      this.phones.map(phone => phone.size),
    );
    this.stage.style.setProperty('--scale', String(scale));
  }

  private addPhone(person: Person, path?: string): void {
    const like = this.phones[0]?.state ?? { width: 375, theme: 'light' as const, network: 'online' as const };
    const state = { ...like, person, fontScale: person.fontScale };
    const phone = new PhoneFrame(this.phones.length + 1, state, path);
    this.phones.push(phone);
    this.stage.append(phone.node);
    this.showState();
  }

  private toggleSecondPhone(): void {
    if (this.phones.length < 2) {
      this.addPhone(this.someoneElse(this.phone.state.person));
      return;
    }
    this.phones.pop()?.node.remove();
    this.chosen = 0;
    this.showState();
  }

  private someoneElse(person: Person): Person {
    return this.people.find(other => other.id !== person.id) ?? person;
  }

  /** Phones say when they run, when a card is to be opened elsewhere, and when a message may be on its way. */
  private receive(event: MessageEvent): void {
    const from = this.phones.find(phone => phone.isSource(event.source));
    if (!from || event.origin !== location.origin) return;
    const message = event.data as { type?: string; path?: string };
    if (message.type === 'running') from.running();
    if (message.type === 'subscribed') this.refreshCloud();
    if (message.type !== 'open-card') return;
    const other = this.phones.find(phone => phone !== from);
    if (other) other.open(message.path ?? '');
    else this.addPhone(this.someoneElse(from.state.person), message.path);
  }

  private clockMoved(): void {
    for (const phone of this.phones) phone.tellClock();
    this.refreshCloud();
  }

  private afterReset(): void {
    for (const phone of this.phones) phone.reload();
    this.refreshCloud();
  }

  private refreshCloud(): void {
    const failed = (error: unknown) => this.say(`本地云没有回答：${error}`);
    this.clock.refresh().catch(failed);
    this.inbox.refresh().catch(failed);
  }

  private say(text: string): void {
    this.status.textContent = text;
  }
}
