import { element } from '../element';

export interface Choice<T> {
  text: string;
  value: T;
  testId: string;
}

export interface ChoiceGroup<T> {
  node: HTMLElement;
  /** Shows a value as chosen without calling back. */
  show(value: T): void;
}

let groups = 0;

/** One of several values: radio buttons that look like segments and work with the arrow keys. */
export function choiceGroup<T>(
  title: string,
  choices: readonly Choice<T>[],
  onChoose: (value: T) => void,
): ChoiceGroup<T> {
  groups += 1;
  const name = `choice-${groups}`;
  const options = choices.map(choice => {
    const input = element('input', { type: 'radio', name, 'data-testid': choice.testId });
    input.addEventListener('change', () => onChoose(choice.value));
    return {
      value: choice.value,
      input,
      label: element('label', {}, input, element('span', {}, choice.text)),
    };
  });
  const segments = element('div', { class: 'segments' }, ...options.map(option => option.label));
  const caption = element('span', { class: 'caption', 'aria-hidden': 'true' }, title);
  return {
    node: element('div', { class: 'choice', role: 'radiogroup', 'aria-label': title }, caption, segments),
    show(value) {
      for (const option of options) option.input.checked = option.value === value;
    },
  };
}
