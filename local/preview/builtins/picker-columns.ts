import { cityNames, districtNames, provinceNames, regionCodes } from './picker-regions';

/** What a picker sheet shows and what it comes to: columns of labels, one chosen in each. */
export interface PickerColumns {
  labels(): string[][];
  chosen(): number[];
  /** A column came to rest on another item; columns after it may change. */
  choose(column: number, index: number): void;
  /** `detail` of the change event. */
  detail(): { value: unknown; [more: string]: unknown };
}

function labelOf(item: unknown, key: string): string {
  const named = key !== '' && typeof item === 'object' && item !== null;
  return String(named ? (item as Record<string, unknown>)[key] : item);
}

function clampIndex(index: unknown, length: number): number {
  return Math.min(Math.max(0, length - 1), Math.max(0, Math.trunc(Number(index) || 0)));
}

/** `mode="selector"`: WeChat gives the index as a string. */
export function selectorColumns(range: unknown[], key: string, value: unknown): PickerColumns {
  let index = clampIndex(value, range.length);
  return {
    labels: () => [range.map(item => labelOf(item, key))],
    chosen: () => [index],
    choose: (_column, chosen) => {
      index = clampIndex(chosen, range.length);
    },
    detail: () => ({ value: String(index) }),
  };
}

/** `mode="multiSelector"`; the page may change `ranges` while the sheet is open. */
export function multiColumns(ranges: () => unknown[][], key: string, value: unknown[]): PickerColumns {
  const indices = ranges().map((range, column) => clampIndex(value[column], range.length));
  return {
    labels: () => ranges().map(range => range.map(item => labelOf(item, key))),
    chosen: () => ranges().map((range, column) => clampIndex(indices[column], range.length)),
    choose: (column, index) => {
      indices[column] = index;
    },
    detail: () => ({ value: ranges().map((range, column) => clampIndex(indices[column], range.length)) }),
  };
}

interface Part {
  /** Lowest and highest value, given the parts before. */
  range(before: number[]): [low: number, high: number];
  label(value: number): string;
}

/** Columns of numbers that count like a date or a time, between two moments that count the same way. */
function numberColumns(
  parts: Part[],
  wanted: number[],
  limits: { start: number[]; end: number[] },
  text: (values: number[]) => string,
): PickerColumns {
  const values: number[] = [];
  const rangeAt = (column: number): [number, number] => {
    const before = values.slice(0, column);
    const [low, high] = parts[column]?.range(before) ?? [0, 0];
    const atLimit = (limit: number[]) => before.every((value, index) => value === limit[index]);
    return [
      atLimit(limits.start) ? Math.max(low, limits.start[column] ?? low) : low,
      atLimit(limits.end) ? Math.min(high, limits.end[column] ?? high) : high,
    ];
  };
  const clampAll = () => {
    for (let column = 0; column < parts.length; column += 1) {
      const [low, high] = rangeAt(column);
      values[column] = Math.min(high, Math.max(low, values[column] ?? wanted[column] ?? low));
    }
  };
  clampAll();
  return {
    labels: () =>
      parts.map((part, column) => {
        const [low, high] = rangeAt(column);
        return Array.from({ length: Math.max(1, high - low + 1) }, (_, index) => part.label(low + index));
      }),
    chosen: () => values.map((value, column) => value - rangeAt(column)[0]),
    choose: (column, index) => {
      values[column] = rangeAt(column)[0] + index;
      clampAll();
    },
    detail: () => ({ value: text(values) }),
  };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

/** `mode="time"`: `hh:mm` between `start` and `end`. */
export function timeColumns(value: string, start: string, end: string): PickerColumns {
  const now = new Date();
  const wanted = numbersIn(value);
  return numberColumns(
    [
      { range: () => [0, 23], label: twoDigits },
      { range: () => [0, 59], label: twoDigits },
    ],
    wanted.length === 2 ? wanted : [now.getHours(), now.getMinutes()],
    { start: numbersIn(start), end: numbersIn(end) },
    values => values.map(twoDigits).join(':'),
  );
}

/** Years offered when the page sets no `start` or `end`. */
const YEARS: [number, number] = [1900, 2100];
const FIELD_COUNTS: Record<string, number> = { year: 1, month: 2, day: 3 };

/** `mode="date"`: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` by `fields`. */
export function dateColumns(value: string, start: string, end: string, fields: string): PickerColumns {
  const now = new Date();
  const wanted = numbersIn(value);
  const limits = { start: numbersIn(start), end: numbersIn(end) };
  const parts: Part[] = [
    {
      range: () => [
        Math.min(YEARS[0], limits.start[0] ?? YEARS[0]),
        Math.max(YEARS[1], limits.end[0] ?? YEARS[1]),
      ],
      label: year => `${year}年`,
    },
    { range: () => [1, 12], label: month => `${month}月` },
    {
      range: ([year = 0, month = 1]) => [1, new Date(year, month, 0).getDate()],
      label: day => `${day}日`,
    },
  ];
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return numberColumns(
    parts.slice(0, FIELD_COUNTS[fields] ?? parts.length),
    wanted.length > 0 ? wanted : today,
    limits,
    values =>
      values.map((part, index) => (index === 0 ? String(part).padStart(4, '0') : twoDigits(part))).join('-'),
  );
}

/** `mode="region"` over the few places the preview knows. */
export function regionColumns(value: unknown[], level: string, customItem: string): PickerColumns {
  const depth = level === 'province' ? 1 : level === 'city' ? 2 : 3;
  const names = value.map(String);
  /** `custom-item` ("全部") stands above the places of every column. */
  const extra = customItem === '' ? [] : [customItem];
  const lists = () =>
    [provinceNames(), cityNames(names[0] ?? ''), districtNames(names[0] ?? '', names[1] ?? '')].map(list => [
      ...extra,
      ...list,
    ]);
  const clampAll = () => {
    for (let column = 0; column < depth; column += 1) {
      const list = lists()[column] ?? [];
      if (!list.includes(names[column] ?? '')) names[column] = list[0] ?? '';
    }
  };
  clampAll();
  return {
    labels: () => lists().slice(0, depth),
    chosen: () =>
      lists()
        .slice(0, depth)
        .map((list, column) => Math.max(0, list.indexOf(names[column] ?? ''))),
    choose: (column, index) => {
      names[column] = lists()[column]?.[index] ?? '';
      clampAll();
    },
    detail: () => {
      const chosen = names.slice(0, depth);
      return { value: chosen, code: regionCodes(chosen), postcode: '' };
    },
  };
}
