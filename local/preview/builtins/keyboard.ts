import { elementAt } from './element-tree';
import type { TouchSequence } from './touch-sequence';

const TEXT_ENTRY = 'input,textarea,select,[contenteditable]';

/** Enter and Space press the focused element as a finger would; text fields keep their keys. */
export function pressFromKeyboard(event: KeyboardEvent, sequence: TouchSequence): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  const target = event.target;
  if (!(target instanceof HTMLElement) || target.matches(TEXT_ENTRY) || event.repeat) return;
  const element = elementAt(target, true);
  if (!element) return;
  event.preventDefault();
  const box = target.getBoundingClientRect();
  const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  sequence.tap(element, { identifier: 0, ...centre, force: 1, target }, event);
}
