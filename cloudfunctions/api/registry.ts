import type { ItemAction } from '../../typings/contract/api';
import { previewDeletion } from '../core/accounts/actions/preview-deletion';
import { requestDeletion } from '../core/accounts/actions/request-deletion';
import { withdrawDeletion } from '../core/accounts/actions/withdraw-deletion';
import { advanceBatch } from '../core/batches/actions/advance-batch';
import { commitBatch } from '../core/batches/actions/commit-batch';
import { listBatchesAction } from '../core/batches/actions/list-batches';
import { previewBatch } from '../core/batches/actions/preview-batch';
import { showBatch } from '../core/batches/actions/show-batch';
import { cancelBatch, pauseBatch, resumeBatch } from '../core/batches/actions/steer-batch';
import { surveyBatch } from '../core/batches/actions/survey-batch';
import { undoBatch } from '../core/batches/actions/undo-batch';
import { showContent } from '../core/contents/actions/show-content';
import { createExport } from '../core/exports/actions/create-export';
import type { Registry } from '../core/gateway/action';
import { showHome } from '../core/home/actions/show-home';
import { commitImport } from '../core/imports/actions/commit-import';
import { listImportRows } from '../core/imports/actions/list-rows';
import { stageImport } from '../core/imports/actions/stage-import';
import { undoImport } from '../core/imports/actions/undo-import';
import { addItem } from '../core/items/actions/add-item';
import { editItem } from '../core/items/actions/edit-item';
import { editMany } from '../core/items/actions/edit-many';
import { listItemsAction } from '../core/items/actions/list-items';
import { mergeItems } from '../core/items/actions/merge-items';
import { openItem } from '../core/items/actions/open-item';
import { showFacets } from '../core/items/actions/show-facets';
import { showLimits } from '../core/limits/actions/show-limits';
import { describeLinkAction } from '../core/links/actions/describe-link';
import { showLog } from '../core/logs/actions/show-log';
import { changeMe } from '../core/people/actions/change-me';
import { saveProfile } from '../core/people/actions/save-profile';
import { showMe } from '../core/people/actions/show-me';
import { showReport } from '../core/reports/actions/show-report';
import { decideCaseAction } from '../core/review/actions/decide-case';
import { listCasesAction } from '../core/review/actions/list-cases';
import { exportAccount } from '../core/takeout/actions/export-account';
import { eraseItemsAction } from '../core/trash/actions/erase-items';
import { listTrashAction } from '../core/trash/actions/list-trash';
import { restoreItemsAction } from '../core/trash/actions/restore-items';
import { tickItemsAction } from '../core/trash/actions/tick-items';
import { beginUpload } from '../core/uploads/actions/begin-upload';

/** Every action of this function. What is not here does not exist. */
export const registry: Registry<ItemAction> = {
  'home.show': showHome,
  'items.list': listItemsAction,
  'items.facets': showFacets,
  'items.add': addItem,
  'items.edit': editItem,
  'items.editMany': editMany,
  'items.merge': mergeItems,
  'items.opened': openItem,
  'batches.preview': previewBatch,
  'batches.commit': commitBatch,
  'batches.advance': advanceBatch,
  'batches.pause': pauseBatch,
  'batches.resume': resumeBatch,
  'batches.cancel': cancelBatch,
  'batches.show': showBatch,
  'batches.list': listBatchesAction,
  'batches.undo': undoBatch,
  'batches.survey': surveyBatch,
  'trash.list': listTrashAction,
  'trash.restore': restoreItemsAction,
  'trash.erase': eraseItemsAction,
  'trash.tick': tickItemsAction,
  'imports.stage': stageImport,
  'imports.rows': listImportRows,
  'imports.commit': commitImport,
  'imports.undo': undoImport,
  'exports.create': createExport,
  'uploads.begin': beginUpload,
  'links.describe': describeLinkAction,
  'contents.show': showContent,
  'reports.show': showReport,
  'limits.show': showLimits,
  'review.list': listCasesAction,
  'review.decide': decideCaseAction,
  'me.show': showMe,
  'me.change': changeMe,
  'me.saveProfile': saveProfile,
  'me.log': showLog,
  'me.export': exportAccount,
  'me.previewDeletion': previewDeletion,
  'me.requestDeletion': requestDeletion,
  'me.withdrawDeletion': withdrawDeletion,
};
