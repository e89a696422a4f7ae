import type { PreviewHost } from '../../host/preview-host';
import { type ApiTable, runCallback } from '../api-call';

/** Lengths of the page area in px. */
interface Descriptor {
  width?: number;
  minWidth?: number;
  maxWidth?: number;
  height?: number;
  minHeight?: number;
  maxHeight?: number;
  orientation?: string;
}

const within = (now: number, exact = now, least = 0, most = now) =>
  now === exact && now >= least && now <= most;

function matches(wanted: Descriptor, width: number, height: number): boolean {
  const orientation = width > height ? 'landscape' : 'portrait';
  return (
    within(width, wanted.width, wanted.minWidth, wanted.maxWidth) &&
    within(height, wanted.height, wanted.minHeight, wanted.maxHeight) &&
    (wanted.orientation ?? orientation) === orientation
  );
}

/** Tells at once, and after every change, whether the page area has the size asked for. */
class PhoneMediaQueryObserver {
  private readonly stops: (() => void)[] = [];

  constructor(private readonly host: PreviewHost) {}

  observe(descriptor: Descriptor, receive: (state: { matches: boolean }) => void): void {
    let last: boolean | undefined;
    const look = () => {
      const { windowWidth, windowHeight } = this.host.geometry();
      const now = matches(descriptor, windowWidth, windowHeight);
      if (now !== last) runCallback(receive, { matches: now });
      last = now;
    };
    this.stops.push(this.host.events.on('windowResize', look));
    look();
  }

  disconnect(): void {
    for (const stop of this.stops.splice(0)) stop();
  }
}

/** In WeChat a member of pages and components; theirs lead here. */
export function mediaQueryObserverApi(host: PreviewHost): ApiTable {
  return { createMediaQueryObserver: () => new PhoneMediaQueryObserver(host) };
}
