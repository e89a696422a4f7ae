import type { ChainView } from '../../../typings/contract/chains';
import type { ChainField } from '../../../typings/contract/fields';
import { grouped } from '../../view/numbers';
import { join as copy } from '../copy/join';
import { answerText } from './answers';
import type { Form, FormFor } from './form';
import { joinScreen } from './join-screen';

/**
 * In large letters a form is asked one question a screen. A step is where its question stands in the form, `at-name` or
 * `at-<field id>`; the last one looks at all of it.
 */
export const CHECK = 'check';
export const stepOf = (id: string): string => `at-${id}`;

interface Question {
  step: string;
  name: string;
  /** The answer in words; blank when there is none. */
  text: string;
  required: boolean;
}

const fieldQuestion = (field: ChainField, { answers }: Form): Question => ({
  step: stepOf(field.id),
  name: field.label,
  text: answerText(field, answers[field.id]),
  required: field.required,
});

/** All of a form in the order it is asked. */
export function questionsOf(chain: ChainView, as: FormFor, asksByName: boolean, form: Form): Question[] {
  const { nameLabel } = joinScreen(chain, as);
  const places = { step: stepOf('places'), name: copy.places, text: copy.people(grouped(form.places)) };
  const byName = { step: stepOf('byName'), name: copy.byName, text: form.byName.trim(), required: true };
  return [
    { step: stepOf('name'), name: nameLabel, text: form.name.trim(), required: true },
    ...(asksByName ? [byName] : []),
    ...(chain.perPerson > 1 ? [{ ...places, required: true }] : []),
    ...chain.fields.map(field => fieldQuestion(field, form)),
  ];
}

/**
 * The way through a form: what is remembered is not asked, only looked at. `isKnown`: filled in before, or being changed; then
 * only what must not stay empty is asked. A single question needs no look at all of it.
 */
export function stepsOf(questions: readonly Question[], isKnown: boolean): string[] {
  const isAsked = ({ step, text, required }: Question): boolean =>
    isKnown ? required && text === '' : text === '' || step === stepOf('places');
  const asked = questions.filter(isAsked).map(({ step }) => step);
  return asked.length === 1 && questions.length === 1 ? asked : [...asked, CHECK];
}

/** What stands around one question. */
export interface StepScreen {
  /** 第 2 步，共 3 步; blank when there is one. */
  progress: string;
  /** What is asked, for who hears the screen: a voice tells what changed. */
  question: string;
  /** Words of the button that goes on; blank where the form is sent. */
  next: string;
  canGoBack: boolean;
  /** All answers, where they are looked at. */
  lines: { step: string; name: string; text: string }[];
}

export const blankStep: StepScreen = { progress: '', question: '', next: '', canGoBack: false, lines: [] };

function nextText(question: Question | undefined, isOnTheWay: boolean): string {
  if (!isOnTheWay) return copy.looked;
  return question?.text === '' && !question.required ? copy.skip : copy.next;
}

/** `steps`: those of the way; a question that was remembered lies beside it. */
export function stepScreen(
  steps: readonly string[],
  step: string,
  questions: readonly Question[],
): StepScreen {
  const at = steps.indexOf(step);
  const isLast = at === steps.length - 1;
  const question = questions.find(one => one.step === step);
  return {
    progress: at < 0 || steps.length < 2 ? '' : copy.progress(at + 1, steps.length),
    question: question?.name ?? copy.check,
    next: isLast ? '' : nextText(question, at >= 0),
    canGoBack: at > 0 && step !== CHECK,
    lines:
      step === CHECK
        ? questions.map(({ step: to, name, text }) => ({ step: to, name, text: text || copy.unfilled }))
        : [],
  };
}
