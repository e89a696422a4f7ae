import type { ParsedLine } from '../../../../typings/contract/sheets';
import type { PickView } from '../../../view/pick';
import type { ChainForm } from '../../view/chain-form';
import type { FieldRow } from '../../view/field-form';
import type { FormProblems } from '../../view/form-draft';

/** What the parts of the editor know of the whole. */
export interface EditorPage {
  data: {
    problems: FormProblems;
    fieldRows: FieldRow[];
    pasteText: string;
    busyText: string;
    pick: PickView;
  };
  setData(data: Record<string, unknown>): void;
  /** The chain that is edited; '' for a new one. */
  chainId: string;
  /** What is filled in. The screen gets it without the questions: 20 of them with 50 options each are too much for one setData. */
  filled: ChainForm;
  /** People of a pasted 接龙, entered once the chain is there. */
  lines: ParsedLine[];
  /** Shows a form that was filled in by something else than its inputs, and keeps it. */
  fill(form: ChainForm): void;
  /** Changes single inputs. */
  put(changes: Partial<ChainForm>): void;
  /** Soon, on the phone; `keepNow` at once; `dropKept` forgets it. */
  keep(): void;
  keepNow(): void;
  dropKept(): void;
}
