import { onReturn } from '../../platform/connection';

interface Loading {
  data: { state?: string; keptAt?: number };
  load?(): unknown;
}

/** Shows something old, or nothing, for want of the cloud. */
const isStale = ({ data }: Loading): boolean =>
  data.keptAt !== undefined || data.state === 'offline' || data.state === 'failed';

/**
 * Loads a page again when the cloud can be asked after it could not: one that has `keptAt` among its data, and any that
 * could not be loaded. One that is not shown then does so by itself when it is.
 */
export const returning = Behavior({
  lifetimes: {
    attached() {
      const stop = onReturn(() => {
        const page = this as unknown as Loading & { isAway: boolean };
        if (!page.isAway && isStale(page)) void page.load?.();
      });
      Object.assign(this, { stopWaiting: stop, isAway: false });
    },
    detached() {
      (this as unknown as { stopWaiting?: () => void }).stopWaiting?.();
    },
  },
  pageLifetimes: {
    show() {
      Object.assign(this, { isAway: false });
    },
    hide() {
      Object.assign(this, { isAway: true });
    },
  },
});
