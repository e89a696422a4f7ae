export type ChainTemplate = 'activity' | 'group-buy' | 'survey' | 'check-in' | 'duty' | 'vote';

export type FieldType = 'text' | 'paragraph' | 'number' | 'single' | 'multiple' | 'phone' | 'date';

/** One choice of a `single` or `multiple` field. */
export interface ChainOption {
  /** Letters and digits, ≤ 12, unique in its field. Stays when the label changes. */
  id: string;
  /** ≤ 40 characters. */
  label: string;
  /** Places of this option, 1–2,000; unlimited when absent. */
  capacity?: number;
  /** 0–10,000,000 fen (1/100 yuan) for each. */
  priceFen?: number;
}

export interface ChainField {
  /** Letters and digits, ≤ 12, unique in its chain. */
  id: string;
  type: FieldType;
  /** ≤ 30 characters. */
  label: string;
  required: boolean;
  /** ≤ 40 characters. */
  hint?: string;
  /** `number`: smallest value; `multiple`: fewest choices. */
  min?: number;
  /** `text`, `paragraph`: characters (≤ 100, ≤ 500); `number`: largest value; `multiple`: most choices, or most of each when counted. */
  max?: number;
  /** `single`, `multiple`: 1–50. */
  options?: ChainOption[];
  /** `multiple`: every chosen option has its own count (goods of a group purchase). */
  counted?: boolean;
  /** Encrypted at rest, masked for everybody but organizers, erased after the event. Always so for `phone`. */
  personal: boolean;
}

/** Days on which a recurring chain has a round of its own: one list and one set of places a round. */
export interface Recurrence {
  /** 0 Sunday … 6 Saturday; at least one. */
  weekdays: number[];
  /** First and last day, `YYYY-MM-DD` in UTC+8; at most 366 days apart. */
  from: string;
  until: string;
  /** Days without a round, ≤ 100. */
  skip: string[];
  /** 补卡: how many missed rounds one person may fill in later, 0–31 in all. */
  makeUps: number;
}

/** Who sees the names of the others. Organizers always do. */
export type NameVisibility = 'everyone' | 'joined' | 'organizers';

/** What an organizer sets. Instants in epoch ms. Only `title` and `organizerName` must be given; the rest has defaults. */
export interface ChainDraft {
  template: ChainTemplate;
  /** 1–60 characters. */
  title: string;
  /** Shown as 发起人, 1–20 characters. */
  organizerName: string;
  /** ≤ 2,000 characters. */
  description: string;
  eventAt?: number;
  /** ≤ 60 characters. */
  place: string;
  /** Joining opens; at once when absent. */
  opensAt?: number;
  /** Joining, editing and leaving end; never by itself when absent. */
  closesAt?: number;
  /** Places in all, 1–2,000; unlimited when absent (but 2,000 participants). */
  capacity?: number;
  /** Most places one entry may take, 1–99. */
  perPerson: number;
  /** Places needed for it to take place: at `closesAt` everybody is told go or cancel. */
  minimum?: number;
  /** For each place, in fen. */
  priceFen?: number;
  fields: ChainField[];
  /** File ids of uploaded pictures, ≤ 9. */
  images: string[];
  waitlist: boolean;
  /** A promoted person must confirm within so many hours, 1–72; promoted for good when absent. */
  holdHours?: number;
  /** Organizers approve every entry before it takes a place. */
  approval: boolean;
  /** People may enter others (代接龙). */
  forOthers: boolean;
  names: NameVisibility;
  /** Personal fields are erased so many days after the event (or the closing, or the creation), 1–365. */
  eraseAfterDays: number;
  recurrence?: Recurrence;
}

/** Changed fields; null takes an optional one away. */
export type ChainChanges = {
  [K in keyof ChainDraft]?: undefined extends ChainDraft[K] ? ChainDraft[K] | null : ChainDraft[K];
};
