import type { BatchCard } from '../../view/home-screen';

/** A batch that is not finished; a tap reaches the host. */
Component({
  properties: { batch: { type: Object, value: { percent: 0 } as BatchCard } },
});
