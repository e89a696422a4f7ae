import { onReturn } from '../../platform/connection';

interface Loading {
  data: { state?: string; keptAt?: number };
  load?(): unknown;
}

/** Shows something old, or nothing, for want of the cloud. */
const isStale = ({ data }: Loading): boolean =>
  (data.keptAt ?? 0) > 0 || data.state === 'offline' || data.state === 'failed';

/**
 * Loads a page again when the cloud can be asked after it could not, if it shows what was kept or could not be loaded.
 * One that is not shown then does so when it is.
 */
export const returning = Behavior({
  lifetimes: {
    attached() {
      const stop = onReturn(() => {
        const page = this as unknown as Loading & { isAway: boolean };
        if (!isStale(page)) return;
        if (page.isAway) Object.assign(page, { isMissing: true });
        else void page.load?.();
      });
      Object.assign(this, { stopReturning: stop, isAway: false, isMissing: false });
    },
    detached() {
      (this as unknown as { stopReturning?: () => void }).stopReturning?.();
    },
  },
  pageLifetimes: {
    show() {
      const page = this as unknown as Loading & { isMissing: boolean };
      if (page.isMissing) void page.load?.();
      Object.assign(page, { isAway: false, isMissing: false });
    },
    hide() {
      Object.assign(this, { isAway: true });
    },
  },
});
