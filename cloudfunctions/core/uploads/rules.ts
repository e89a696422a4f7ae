import type { UploadFolder } from '../../../typings/contract/uploads';

const DAY_MS = 86_400_000;

/** How long a file waits for its use. A form with pictures may be finished days later. */
export const WAITS_MS: Record<UploadFolder, number> = { imports: DAY_MS, chains: 7 * DAY_MS };

export const pathOf = (folder: UploadFolder, uid: string, name: string): string => `${folder}/${uid}/${name}`;
