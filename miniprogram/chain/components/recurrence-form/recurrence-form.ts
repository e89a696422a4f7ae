import type { Told, Touched } from '../../../platform/events';
import type { Chip } from '../../../view/item-query';
import { editor } from '../../copy/editor';
import type { RecurrenceForm } from '../../view/chain-form';
import {
  dayName,
  firstRecurrence,
  type SkipRow,
  skipRows,
  toggleWeekday,
  weekdayChips,
  withSkip,
} from '../../view/recurrence';

type Day = 'from' | 'until';

/** On which days a chain has a round. Tells `change {recurrence}`; null when it does not recur. */
Component({
  properties: {
    recurrence: { type: Object, value: null as unknown as RecurrenceForm },
    problem: { type: String, value: '' },
    /** It ran already: it may change, but not stop recurring. */
    fixed: { type: Boolean, value: false },
  },
  data: { t: editor, chips: [] as Chip[], fromText: '', untilText: '', skips: [] as SkipRow[] },
  observers: {
    recurrence(recurrence: RecurrenceForm | null) {
      this.setData({
        chips: weekdayChips(recurrence?.weekdays ?? []),
        fromText: dayName(recurrence?.from ?? ''),
        untilText: dayName(recurrence?.until ?? ''),
        skips: skipRows(recurrence?.skip ?? []),
      });
    },
  },
  methods: {
    tell(recurrence: RecurrenceForm | null) {
      this.triggerEvent('change', { recurrence });
    },
    put(changes: Partial<RecurrenceForm>) {
      this.tell({ ...(this.data.recurrence as RecurrenceForm), ...changes });
    },
    onSwitch(event: Told<{ value: boolean }>) {
      this.tell(event.detail.value ? firstRecurrence(Date.now()) : null);
    },
    onWeekday(event: Told<{ id: string }>) {
      const { weekdays } = this.data.recurrence as RecurrenceForm;
      this.put({ weekdays: toggleWeekday(weekdays, event.detail.id) });
    },
    onDay(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: Day }>) {
      this.put({ [event.currentTarget.dataset.key]: event.detail.value });
    },
    onSkip(event: Told<{ value: string }>) {
      this.put({ skip: withSkip((this.data.recurrence as RecurrenceForm).skip, event.detail.value) });
    },
    onUnskip(event: Touched<{ day: string }>) {
      const { skip } = this.data.recurrence as RecurrenceForm;
      this.put({ skip: skip.filter(day => day !== event.currentTarget.dataset.day) });
    },
    onMakeUps(event: Told<{ value: string }>) {
      this.put({ makeUps: event.detail.value });
    },
  },
});
