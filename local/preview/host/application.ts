import type { EventBus } from './event-bus';
import type { LaunchOptions } from './preview-host';

type AppInstance = Record<string, unknown>;

/** The one `App({…})` of a phone and its life cycle. */
export class Application {
  private instance: AppInstance | undefined;
  private foreground = false;
  launch: LaunchOptions;
  enter: LaunchOptions;

  constructor(
    launch: LaunchOptions,
    private readonly events: EventBus,
    private readonly reportError: (error: unknown, where: string) => void,
  ) {
    this.launch = launch;
    this.enter = launch;
  }

  /** Defines the globals; `App()` itself runs onLaunch and the first onShow, before any page script. */
  install(scope: Record<string, unknown>): void {
    scope['App'] = (definition: AppInstance = {}) => {
      this.instance = definition;
      this.call('onLaunch', this.launch);
      this.show(this.launch);
    };
    scope['getApp'] = (options?: { allowDefault?: boolean }) => {
      if (this.instance) return this.instance;
      return options?.allowDefault ? {} : undefined;
    };
  }

  /** Mini programs without a script still have an app. */
  ensure(scope: Record<string, unknown>): void {
    if (!this.instance) (scope['App'] as (definition: AppInstance) => void)({});
  }

  get isForeground(): boolean {
    return this.foreground;
  }

  show(options: LaunchOptions): void {
    if (this.foreground) return;
    this.foreground = true;
    this.enter = options;
    this.call('onShow', options);
    this.events.emit('appShow', options);
  }

  hide(): void {
    if (!this.foreground) return;
    this.foreground = false;
    this.call('onHide', { reason: 0 });
    this.events.emit('appHide', { reason: 0 });
  }

  error(message: string): void {
    this.call('onError', message);
    this.events.emit('error', message);
  }

  rejection(reason: unknown, promise: Promise<unknown>): void {
    this.call('onUnhandledRejection', { reason, promise });
    this.events.emit('unhandledRejection', { reason, promise });
  }

  themeChange(theme: 'light' | 'dark'): void {
    this.call('onThemeChange', { theme });
    this.events.emit('themeChange', { theme });
  }

  windowResize(size: { windowWidth: number; windowHeight: number }): void {
    this.events.emit('windowResize', { size });
  }

  pageNotFound(path: string, query: Record<string, string>, isEntryPage: boolean): void {
    this.call('onPageNotFound', { path, query, isEntryPage });
    this.events.emit('pageNotFound', { path, query, isEntryPage });
  }

  private call(name: string, value: unknown): void {
    const method = this.instance?.[name];
    if (typeof method !== 'function') return;
    try {
      method.call(this.instance, value);
    } catch (error) {
      if (name === 'onError') console.error(error);
      else this.reportError(error, `App.${name}`);
    }
  }
}
