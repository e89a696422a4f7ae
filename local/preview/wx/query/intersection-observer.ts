import type { PreviewHost, Rect } from '../../host/preview-host';
import { type ApiTable, runCallback } from '../api-call';
import { domOf, type Element, findAll, findFirst, pageRect, type QueryScope, scopeOf } from './query-scope';

interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>;

export interface IntersectionResult {
  id: string;
  dataset: Record<string, unknown>;
  intersectionRatio: number;
  intersectionRect: Rect;
  boundingClientRect: Rect;
  relativeRect: Rect;
  /** Epoch ms. */
  time: number;
}

type Receive = (result: IntersectionResult) => void;

const marginText = ({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string =>
  `${top}px ${right}px ${bottom}px ${left}px`;

/** True when a threshold lies between the two ratios; touching it counts, as 0 does on entering. */
function crosses(thresholds: number[], before: number, now: number): boolean {
  if (before === now) return false;
  return thresholds.some(threshold => (before - threshold) * (now - threshold) <= 0);
}

/** WeChat's IntersectionObserver over the browser's; one a call of `wx.createIntersectionObserver`. */
export class PhoneIntersectionObserver {
  private reference: { selector: string | undefined; margins: Margins } | undefined;
  private readonly running: IntersectionObserver[] = [];

  constructor(
    private readonly host: PreviewHost,
    private readonly caller: unknown,
    private readonly options: Options,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.reference = { selector, margins };
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.reference = { selector: undefined, margins };
    return this;
  }

  observe(selector: string, receive: Receive): void {
    const scope = scopeOf(this.host, this.caller);
    const first = findFirst(scope, selector);
    const targets = this.options.observeAll ? findAll(scope, selector) : first ? [first] : [];
    if (targets.length === 0) console.warn(`IntersectionObserver: no node matches ${selector}`);
    for (const target of targets) this.watch(scope, target, receive);
  }

  disconnect(): void {
    for (const observer of this.running.splice(0)) observer.disconnect();
  }

  private watch(scope: QueryScope, target: Element, receive: Receive): void {
    const dom = domOf(target);
    if (!dom) return;
    const thresholds = this.options.thresholds ?? [0];
    let before = this.options.initialRatio ?? 0;
    const observer = new IntersectionObserver(
      entries => {
        for (const entry of entries) {
          const ratio = entry.isIntersecting ? entry.intersectionRatio : 0;
          if (crosses(thresholds, before, ratio)) runCallback(receive, this.result(scope, target, entry));
          before = ratio;
        }
      },
      {
        root: this.root(scope, dom),
        rootMargin: marginText(this.reference?.margins ?? {}),
        threshold: [...new Set([0, ...thresholds])],
      },
    );
    observer.observe(dom);
    this.running.push(observer);
  }

  /** The page's scroller clips what scrolls in it; fixed things lie beside it, in the page area. */
  private root({ component, page }: QueryScope, dom: HTMLElement): HTMLElement | null {
    const selector = this.reference?.selector;
    const relative = selector && component?.getShadowRoot()?.querySelector(selector);
    if (relative) return domOf(relative) ?? null;
    if (!page) return null;
    return page.scroller.contains(dom) ? page.scroller : page.view;
  }

  private result(scope: QueryScope, target: Element, entry: IntersectionObserverEntry): IntersectionResult {
    return {
      id: target.id,
      dataset: { ...target.dataset },
      intersectionRatio: entry.isIntersecting ? entry.intersectionRatio : 0,
      intersectionRect: pageRect(scope, entry.intersectionRect),
      boundingClientRect: pageRect(scope, entry.boundingClientRect),
      relativeRect: pageRect(scope, entry.rootBounds ?? new DOMRect()),
      time: Date.now(),
    };
  }
}

export function intersectionObserverApi(host: PreviewHost): ApiTable {
  return {
    createIntersectionObserver: (component?: unknown, options: Options = {}) =>
      new PhoneIntersectionObserver(host, component, options),
  };
}
