import type { EntryRow } from '../../view/entry-row';

/** One line of the list of people. Taps reach the host. */
Component({
  properties: { row: { type: Object, value: {} as EntryRow } },
});
