import { report } from '../../copy/report';
import { noCard, type ReportCard } from '../../view/chart-card';
import type { ChartLook } from '../../view/chart-shape';

/** A chart under its title, with the numbers behind it one tap away. */
Component({
  properties: {
    card: { type: Object, value: noCard as ReportCard },
    look: { type: Object, value: { dark: false, size: 'standard' } as ChartLook },
  },
  data: { t: report, opened: false },
  methods: {
    onNumbers() {
      this.setData({ opened: !this.data.opened });
    },
  },
});
