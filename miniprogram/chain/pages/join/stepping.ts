import { currentLook } from '../../../components/appearance/appearance';
import type { Touched } from '../../../platform/events';
import { formProblems } from '../../view/form-problems';
import { CHECK, questionsOf, stepOf, stepScreen, stepsOf } from '../../view/join-steps';
import type { JoinPage } from './join-page';

interface SteppingPage extends JoinPage {
  steps: string[];
  goTo(step: string): void;
  paintStep(): void;
}

/** In large letters: one question a screen, then a look at all of it. Elsewhere the same form is one page. */
export const stepping = {
  steps: [] as string[],

  /** `isKnown`: filled in before, or being changed. */
  beginSteps(this: SteppingPage, isKnown: boolean): void {
    const { chain, form, as } = this;
    if (chain === undefined) return;
    this.steps = stepsOf(questionsOf(chain, as, this.data.asksByName, form), isKnown);
    this.goTo(this.steps[0] ?? CHECK);
  },
  goTo(this: SteppingPage, step: string): void {
    // A scroll-view moves only when the value differs from the one before.
    this.setData({ step, problem: '', jump: '' });
    this.setData({ jump: 'join-title' });
    this.paintStep();
  },
  paintStep(this: SteppingPage): void {
    const { chain, form, as, steps } = this;
    if (chain === undefined || !currentLook().big) return;
    const questions = questionsOf(chain, as, this.data.asksByName, form);
    this.setData({ stepping: stepScreen(steps, this.data.step, questions) });
  },

  onNext(this: SteppingPage): void {
    const { chain, form, as, steps } = this;
    const { step } = this.data;
    if (chain === undefined) return;
    const problems = formProblems(chain.fields, form, as === 'other');
    const wrong = Object.entries(problems).filter(([id]) => stepOf(id) === step);
    if (wrong.length > 0) this.setData({ problems: Object.fromEntries(wrong) });
    else this.goTo(steps[steps.indexOf(step) + 1 || steps.length - 1] ?? CHECK);
  },
  onPrevious(this: SteppingPage): void {
    this.goTo(this.steps[this.steps.indexOf(this.data.step) - 1] ?? CHECK);
  },
  onChangeLine(this: SteppingPage, event: Touched<{ step: string }>): void {
    this.goTo(event.currentTarget.dataset.step);
  },
};
