import { element } from '../element';
import { cloudControl } from './cloud-control';
import { button, section } from './dom';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** 71:59 and 72 hours lie on both sides of the moment when deleted things are gone for good. */
const STEPS = [
  { text: '+1 小时', ms: HOUR_MS, testId: 'clock-1h' },
  { text: '+24 小时', ms: 24 * HOUR_MS, testId: 'clock-24h' },
  { text: '+71 小时 59 分', ms: 72 * HOUR_MS - MINUTE_MS, testId: 'clock-71h59' },
  { text: '+72 小时', ms: 72 * HOUR_MS, testId: 'clock-72h' },
];
const UNITS = [
  { text: '分钟', ms: MINUTE_MS },
  { text: '小时', ms: HOUR_MS },
  { text: '天', ms: 24 * HOUR_MS },
];
const TICK_MS = 1000;

function timeText(epochMs: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const at = new Date(epochMs);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

export interface ClockPanel {
  node: HTMLElement;
  /** Asks the cloud for its time. */
  refresh(): Promise<void>;
}

function customStep(advance: (ms: number) => void): HTMLElement {
  const amount = element('input', {
    type: 'number',
    min: '1',
    value: '10',
    'aria-label': '前进多少',
    'data-testid': 'clock-amount',
  });
  const unit = element('select', { 'aria-label': '单位', 'data-testid': 'clock-unit' });
  unit.append(...UNITS.map(({ text, ms }) => element('option', { value: String(ms) }, text)));
  const go = button('前进', 'clock-custom', () => {
    if (amount.valueAsNumber > 0) advance(amount.valueAsNumber * Number(unit.value));
  });
  return element('div', { class: 'row' }, amount, unit, go);
}

/** The cloud's clock and the buttons that move it; `say` reports, `onMoved` tells the phones. */
export function clockPanel(say: (text: string) => void, onMoved: () => void): ClockPanel {
  const shown = element('output', { 'data-testid': 'clock-now', 'aria-label': '云端时间' }, '——');
  let offsetMs: number | undefined;
  const show = () => {
    if (offsetMs !== undefined) shown.textContent = timeText(Date.now() + offsetMs);
  };
  const take = (now: number) => {
    offsetMs = now - Date.now();
    show();
  };
  const advance = (ms: number) => {
    cloudControl.advance(ms).then(
      now => {
        take(now);
        say(`时钟已前进，现在是 ${timeText(now)}`);
        onMoved();
      },
      (error: unknown) => say(`时钟没有动：${error}`),
    );
  };
  setInterval(show, TICK_MS);
  const steps = STEPS.map(({ text, ms, testId }) => button(text, testId, () => advance(ms)));
  return {
    node: section('时钟', shown, element('div', { class: 'steps' }, ...steps), customStep(advance)),
    refresh: async () => take(await cloudControl.now()),
  };
}
