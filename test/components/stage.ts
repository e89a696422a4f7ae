import path from 'node:path';
import { load, type RootComponent, render } from 'miniprogram-simulate';

const root = path.resolve(__dirname, '../../miniprogram');

/** What the stand-ins are given by our components. */
const properties = {
  visible: { type: Boolean, value: false },
  value: { type: String, value: '' },
  percentage: { type: Number, value: 0 },
};
const standIn = (tagName: string, template: string): string =>
  String(load({ tagName, template, properties } as never));

/**
 * Plain stand-ins for what TDesign draws: these tests are about what our components say and tell; TDesign's own
 * elements run for real in the browser tests.
 */
const standIns = {
  't-button': standIn('t-button', '<slot />'),
  't-popup': standIn('t-popup', '<view wx:if="{{visible}}"><slot /></view>'),
  't-input': standIn('t-input', '<view>{{value}}</view>'),
  't-textarea': standIn('t-textarea', '<view>{{value}}</view>'),
  't-switch': standIn('t-switch', '<view />'),
  't-progress': standIn('t-progress', '<view>{{percentage}}%</view>'),
};

/** Where a component lies: `chain/my-entry` is one of the package `chain`, a name alone one of the main package. */
function fileOf(name: string): string {
  const [last = '', subpackage = ''] = name.split('/').reverse();
  return path.join(root, subpackage, 'components', last, last);
}

/** A component's module runs once a test file, so it is registered once. */
const registered = new Map<string, string>();
function register(name: string): string {
  const known = registered.get(name);
  if (known !== undefined) return known;
  const id = load(fileOf(name), {
    compiler: 'simulate',
    rootPath: root,
    usingComponents: standIns,
  });
  registered.set(name, id);
  return id;
}

const dashed = (key: string): string => key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

export interface Told {
  name: string;
  detail: unknown;
}

/** One of our components inside a page that hears what it tells. */
export class Stage {
  /** Everything told so far, oldest first. */
  readonly told: Told[] = [];
  private readonly page: RootComponent<never, never, never>;

  /** `slot`: WXML put inside the component. */
  constructor(name: string, given: Record<string, unknown>, events: readonly string[] = [], slot = '') {
    const attributes = Object.keys(given).map(key => `${dashed(key)}="{{${key}}}"`);
    const bindings = events.map(event => `bind:${event}="on_${event}"`);
    const heard = events.map(event => [
      `on_${event}`,
      ({ detail }: { detail: unknown }) => this.told.push({ name: event, detail }),
    ]);
    const template = `<shown class="shown" ${[...attributes, ...bindings].join(' ')}>${slot}</shown>`;
    const host = {
      template,
      usingComponents: { shown: register(name) },
      data: given,
      methods: Object.fromEntries(heard),
    };
    this.page = render(String(load(host as never)), {}) as RootComponent<never, never, never>;
    this.page.attach(document.body);
  }

  /** What a person reads, without the spaces between elements. */
  get text(): string {
    return this.page.dom?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** Elements with this class, as often as the component draws them. */
  all(selector: string) {
    return this.page.querySelector('.shown')?.querySelectorAll(selector) ?? [];
  }

  private find(selector: string, text: string) {
    const found = this.all(selector).find(({ dom }) => dom?.textContent?.includes(text));
    if (found === undefined) throw new Error(`nothing at ${selector} reads ${text}`);
    return found;
  }

  /** Taps the element that reads `text`, among those with the class. */
  async tap(selector: string, text = ''): Promise<void> {
    this.find(selector, text).dispatchEvent('tap', { bubbles: true });
    // The simulator sends taps in a microtask, as WeChat does a little later.
    await Promise.resolve();
    await Promise.resolve();
  }

  /** Lets an element inside tell something, as TDesign's elements do: only who holds it hears that. */
  say(selector: string, event: string, detail: object): void {
    this.find(selector, '').instance.triggerEvent(event, detail);
  }

  set(data: Record<string, unknown>): void {
    this.page.setData(data as never);
  }

  leave(): void {
    this.page.detach();
  }
}
