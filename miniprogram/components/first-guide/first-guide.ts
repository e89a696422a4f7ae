import { guide } from '../../copy/home';

const nothing = { title: '', text: '', go: '' };

/** Three steps for the first use. Tells `go` or `skip`; the page decides what each step does. */
Component({
  properties: {
    /** 1, 2 or 3. */
    step: { type: Number, value: 1 },
  },
  data: { skip: guide.skip, stepText: guide.step(1), now: guide.steps[0] ?? nothing },
  observers: {
    step(step: number) {
      this.setData({ stepText: guide.step(step), now: guide.steps[step - 1] ?? nothing });
    },
  },
  methods: {
    onGo() {
      this.triggerEvent('go');
    },
    onSkip() {
      this.triggerEvent('skip');
    },
  },
});
