import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { NUMBER_MAX, TEXT_MAX } from '../chains/field-schema';
import { done, grouped, type Outcome, refuse } from '../gateway/refusal';
import { CHOICES_MAX, TEXTS_MAX } from './sizes';

/** Most of each option where its field does not say. */
const COUNT_MAX = 99;

/** What is wrong with an answer: what was expected, and a sentence for the person. */
interface Wrong {
  expected: string;
  message: string;
}
type Read = { value: Answer | undefined } | { wrong: Wrong };

const wrong = (expected: string, message: string): Read => ({ wrong: { expected, message } });

function readText({ type, label, max }: ChainField, given: Answer): Read {
  if (typeof given !== 'string') return wrong('text', `“${label}”请填文字`);
  const most = max ?? TEXT_MAX[type === 'text' ? 'text' : 'paragraph'];
  const text = given.trim();
  if (type === 'text' && /[\n\t]/.test(text)) return wrong('one line', `“${label}”请写在一行里`);
  if (text.length > most) return wrong(`at most ${most} characters`, `“${label}”最多 ${most} 个字`);
  return { value: text === '' ? undefined : text };
}

/** Mainland mobile numbers, else + and a country's number. Spaces and hyphens are left out, +86 of a mobile too. */
export function readPhone(given: string): string | undefined {
  const plain = given.replace(/[\s-]/g, '').replace(/^\+86(?=1[3-9]\d{9}$)/, '');
  return /^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/.test(plain) ? plain : undefined;
}

function readPhoneAnswer({ label }: ChainField, given: Answer): Read {
  if (typeof given === 'string' && given.trim() === '') return { value: undefined };
  const phone = typeof given === 'string' ? readPhone(given) : undefined;
  return phone === undefined
    ? wrong('a phone number', `“${label}”请填 11 位手机号，国外号码以 + 开头`)
    : { value: phone };
}

/** Of the years 1900 to 2199, and a day that there is. */
function isDay(text: string): boolean {
  if (!/^(19|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

function readDate({ label }: ChainField, given: Answer): Read {
  if (given === '') return { value: undefined };
  return typeof given === 'string' && isDay(given)
    ? { value: given }
    : wrong('a day, YYYY-MM-DD', `“${label}”请选一个日期`);
}

/** Two decimals: a weight, a temperature. */
const isHundredths = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-4;

function readNumber({ label, min = -NUMBER_MAX, max = NUMBER_MAX }: ChainField, given: Answer): Read {
  if (typeof given !== 'number' || !Number.isFinite(given) || !isHundredths(given))
    return wrong('a number', `“${label}”请填数字，最多两位小数`);
  if (given < min) return wrong(`at least ${min}`, `“${label}”最少 ${min}`);
  if (given > max) return wrong(`at most ${max}`, `“${label}”最多 ${max}`);
  return { value: given };
}

const isOption = ({ options = [] }: ChainField, id: string): boolean => options.some(one => one.id === id);

const notAnOption = ({ label }: ChainField): Read => wrong('an option of the field', `“${label}”请重新选择`);

function readSingle(field: ChainField, given: Answer): Read {
  if (given === '') return { value: undefined };
  return typeof given === 'string' && isOption(field, given) ? { value: given } : notAnOption(field);
}

/** Bounds of how many options; a field that may stay empty may. */
function wrongNumberOf({ label, required, min = 0, max }: ChainField, chosen: number): Read | undefined {
  if (chosen === 0 && !required) return undefined;
  if (chosen < min) return wrong(`at least ${min}`, `“${label}”至少选 ${min} 项`);
  return max !== undefined && chosen > max
    ? wrong(`at most ${max}`, `“${label}”最多选 ${max} 项`)
    : undefined;
}

function readMultiple(field: ChainField, given: Answer): Read {
  if (!Array.isArray(given)) return wrong('ids of options', `“${field.label}”请重新选择`);
  const chosen = [...new Set(given)];
  if (!chosen.every(id => isOption(field, id))) return notAnOption(field);
  return wrongNumberOf(field, chosen.length) ?? { value: chosen.length === 0 ? undefined : chosen };
}

/** Here `max` is how many of each, and how many kinds is as many as there are. */
function readCounted(field: ChainField, given: Answer): Read {
  const { label, max = COUNT_MAX } = field;
  if (typeof given !== 'object' || Array.isArray(given)) return wrong('counts', `“${label}”请填份数`);
  const counts = Object.entries(given).filter(([, count]) => count !== 0);
  if (!counts.every(([id]) => isOption(field, id))) return notAnOption(field);
  if (!counts.every(([, count]) => Number.isInteger(count) && count > 0))
    return wrong('whole counts', `“${label}”份数请填整数`);
  if (counts.some(([, count]) => count > max))
    return wrong(`at most ${max} of each`, `“${label}”每种最多 ${max} 份`);
  const { max: _, ...bounds } = field;
  const value = counts.length === 0 ? undefined : Object.fromEntries(counts);
  return wrongNumberOf(bounds, counts.length) ?? { value };
}

const READERS: Record<ChainField['type'], (field: ChainField, given: Answer) => Read> = {
  text: readText,
  paragraph: readText,
  number: readNumber,
  single: readSingle,
  multiple: (field, given) => (field.counted ? readCounted : readMultiple)(field, given),
  phone: readPhoneAnswer,
  date: readDate,
};

function readOne(field: ChainField, given: Answer | undefined): Read {
  const read = given === undefined ? { value: undefined } : READERS[field.type](field, given);
  return field.required && 'value' in read && read.value === undefined
    ? wrong('an answer', `请填写“${field.label}”`)
    : read;
}

const isChosen = (answer: Answer): answer is string[] | Record<string, number> => typeof answer === 'object';

function sizeProblem(fields: ChainField[], answers: Record<string, Answer>): Outcome<never> | undefined {
  const written = fields.filter(({ options }) => options === undefined).map(({ id }) => answers[id]);
  const texts = written.filter(answer => typeof answer === 'string');
  if (texts.reduce((sum, text) => sum + text.length, 0) > TEXTS_MAX)
    return refuse('TOO_LARGE', {
      path: 'answers',
      max: TEXTS_MAX,
      message: `一份报名最多写 ${grouped(TEXTS_MAX)} 个字`,
    });
  const chosen = Object.values(answers).filter(isChosen);
  if (chosen.reduce((sum, choice) => sum + Object.keys(choice).length, 0) > CHOICES_MAX)
    return refuse('TOO_LARGE', {
      path: 'answers',
      max: CHOICES_MAX,
      message: `一份报名最多选 ${CHOICES_MAX} 项`,
    });
  return undefined;
}

/**
 * Answers checked against the fields of their chain, and tidied: no spaces around, no zero counts, nothing for a field left
 * empty. The refusal names the first wrong field.
 */
export function readAnswers(
  fields: ChainField[],
  given: Record<string, Answer>,
): Outcome<Record<string, Answer>> {
  const unknown = Object.keys(given).find(id => !fields.some(field => field.id === id));
  if (unknown !== undefined)
    return refuse('BAD_INPUT', { path: `answers.${unknown}`, expected: 'a field of the chain' });
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    const read = readOne(field, given[field.id]);
    if ('wrong' in read) return refuse('BAD_INPUT', { path: `answers.${field.id}`, ...read.wrong });
    if (read.value !== undefined) answers[field.id] = read.value;
  }
  return sizeProblem(fields, answers) ?? done(answers);
}
