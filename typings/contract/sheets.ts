import type { EntryStatus, PaymentState } from './entries';
import type { ChainDraft, ChainOption } from './fields';

/** sure; likely: one reading is much better than the others; unsure: please look. */
export type Certainty = 'sure' | 'likely' | 'unsure';

/** One line of a pasted 接龙 as it was understood. */
export interface ParsedLine {
  /** Number it carried; absent when it carried none. */
  number?: number;
  /** As it was written, all of its lines. */
  raw: string;
  name: string;
  /** What stood behind the name. */
  rest: string;
  places: number;
  certainty: Certainty;
  /** Why it is not sure; the page has a sentence for each. */
  doubts: (
    | 'number-gap'
    | 'no-separator'
    | 'starts-with-number'
    | 'several-lines'
    | 'empty'
    | 'twice'
    | 'quoted'
    | 'long'
    | 'quantity'
    | 'no-number'
  )[];
}

export interface ParsedChain {
  /** Ready for the editor: title, description, place and time where the text says them, capacity ("限30人"). */
  draft: Partial<ChainDraft> & Pick<ChainDraft, 'title'>;
  titleCertainty: Certainty;
  example?: string;
  lines: ParsedLine[];
  /** Text behind the last entry. */
  tail?: string;
}

export type SheetFormat = 'text' | 'csv' | 'xlsx' | 'large-type';

export interface SheetView {
  format: SheetFormat;
  entries: number;
  /** `text`: the whole 接龙, ready to be copied; WeChat takes 500 entries, `cut` says how many are left out. */
  text?: string;
  cut?: number;
  /** The others: a file, address valid 2 h. `large-type`: HTML fit for printing, A4, 20 pt. */
  file?: { name: string; bytes: number; url: string };
}

/** Epoch ms of a day's first instant (UTC+8). */
export interface DayCount {
  from: number;
  count: number;
}

export interface StatisticsView {
  entries: Record<EntryStatus, number>;
  places: { taken: number; waiting: number; capacity?: number };
  options: {
    fieldId: string;
    label: string;
    options: { id: ChainOption['id']; label: string; count: number; capacity?: number; amountFen?: number }[];
  }[];
  /** `number` fields. */
  sums: { fieldId: string; label: string; sum: number; average: number; answered: number }[];
  amounts?: { dueFen: number; paidFen: number; refundedFen: number; byState: Record<PaymentState, number> };
  /** Joins a day, without gaps, ≤ 60 days, the last one being today or the closing. */
  joinsByDay: DayCount[];
  /** Against the roster; absent without one. */
  answered?: { yes: number; no: number };
}

export interface SheetsApi {
  /** Reads any 接龙 text, ≤ 60,000 characters, ≤ 500 entries. Changes nothing. */
  'chains.parse': { input: { text: string }; data: ParsedChain };
  /**
   * Enters the people of a pasted 接龙 into a chain just made from it, as keyed in: ≤ 500, in their order. Idempotent: the same
   * line of the same request is entered once. Organizers.
   */
  'chains.enterLines': {
    input: { chainId: string; requestId: string; lines: { name: string; places: number; note?: string }[] };
    data: { entered: number; waiting: number; refused: number };
  };
  /** `text`: anybody, as they see the chain; files: volunteers with masked personal fields, organizers with clear ones (logged). */
  'chains.export': { input: { chainId: string; format: SheetFormat }; data: SheetView };
  /** Volunteers. */
  'chains.statistics': { input: { chainId: string }; data: StatisticsView };
}
