/** The part of papaparse that is used; the package has no types of its own. */
declare module 'papaparse' {
  export interface ParseError {
    type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    row?: number;
  }
  export function parse<T>(
    text: string,
    options: {
      skipEmptyLines: 'greedy';
      delimiter: string;
      delimitersToGuess: string[];
      /** Records to read at most. */
      preview: number;
    },
  ): { data: T[]; errors: ParseError[] };
}
