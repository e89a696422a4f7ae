import { eraseAccounts } from '../core/accounts/erasing';
import { dropOldBatches } from '../core/batches/store';
import { spreadUnfinished } from '../core/chains/changing';
import { foldAnchors } from '../core/contents/store';
import { purgeChains } from '../core/dissolving/purge';
import { purgeTrash } from '../core/erasures/purge';
import { dropOldExports } from '../core/exports/store';
import { type Duty, fulfil } from '../core/gateway/duties';
import { serveTimer } from '../core/gateway/timer';
import { dropOldImports } from '../core/imports/store';
import { dropOldLines } from '../core/logs/store';
import { dropOldNetworks } from '../core/networks/store';
import { dropOldReminders } from '../core/notices/store';
import { dropDrafts } from '../core/retention/drafts';
import { erasePersonalFields } from '../core/retention/personal-fields';
import { finishDecisions } from '../core/review/finishing';
import { dropOldCases } from '../core/review/store';
import { dropOldUploads } from '../core/uploads/store';

/** Together below the time-out in config.json. The purge has a promise to keep: ten minutes after the 72 hours. */
const DUTIES: Duty[] = [
  { name: 'erased', ms: 12_000, run: purgeTrash },
  { name: 'accounts', ms: 5000, run: eraseAccounts },
  { name: 'chains', ms: 6000, run: purgeChains },
  { name: 'decisions', ms: 4000, run: finishDecisions },
  { name: 'batches', ms: 3000, run: dropOldBatches },
  { name: 'anchors', ms: 4000, run: foldAnchors },
  { name: 'imports', ms: 3000, run: dropOldImports },
  { name: 'exports', ms: 4000, run: dropOldExports },
  { name: 'networks', ms: 2000, run: dropOldNetworks },
  { name: 'cases', ms: 2000, run: dropOldCases },
  { name: 'rounds', ms: 2000, run: spreadUnfinished },
  { name: 'personal', ms: 3000, run: erasePersonalFields },
  { name: 'drafts', ms: 2000, run: dropDrafts },
  { name: 'reminders', ms: 1000, run: dropOldReminders },
  { name: 'uploads', ms: 2000, run: dropOldUploads },
  { name: 'lines', ms: 1000, run: dropOldLines },
];

export const main = serveTimer(now => fulfil(DUTIES, now));
