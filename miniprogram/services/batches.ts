import type { BatchView, RemovalReason, Selection } from '../../typings/contract/batches';
import type { ItemKind } from '../../typings/contract/items';
import { offline } from '../copy/offline';
import { call, change } from './cloud';

export const previewBatch = (kind: ItemKind, selection: Selection) =>
  call('batches.preview', { kind, selection });

export const commitBatch = (batchId: string) => call('batches.commit', { batchId });

export const advanceBatch = (batchId: string) => call('batches.advance', { batchId });

export const pauseBatch = (batchId: string) => call('batches.pause', { batchId });

export const resumeBatch = (batchId: string) => call('batches.resume', { batchId });

export const cancelBatch = (batchId: string) => call('batches.cancel', { batchId });

export const showBatch = (batchId: string, cursor?: string) =>
  call('batches.show', cursor === undefined ? { batchId } : { batchId, cursor });

export const listBatches = () => call('batches.list', {});

export const undoBatch = (batchId: string) => call('batches.undo', { batchId });

/** One to three reasons; the last answer counts. Waits for the network when there is none. */
export const answerSurvey = (batch: BatchView, reasons: RemovalReason[]) =>
  change(
    'batches.survey',
    { batchId: batch.batchId, reasons },
    { expected: { ...batch, reasons }, about: offline.reasons },
  );
