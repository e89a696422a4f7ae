import type { Action, DataOf, InputOf, Reply } from '../../typings/contract/api';
import { errorSentences } from '../copy/errors';

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

const unavailable = (): Reply<never> => ({
  ok: false,
  error: { code: 'UNAVAILABLE', message: errorSentences.UNAVAILABLE },
  now: Date.now(),
});

/** Sign-up chains have a function of their own: many join at once, and neither loads what the other needs. */
const functionOf = (action: Action): string => (action.startsWith('chains.') ? 'chains' : 'api');

/**
 * The only way to the cloud. Never rejects: a lost connection, a time-out and an answer that is no reply
 * all come back as the refusal UNAVAILABLE, so a page has one path for failures.
 */
export async function call<A extends Action>(action: A, input: InputOf<A>): Promise<Reply<DataOf<A>>> {
  try {
    const { result } = await wx.cloud.callFunction({ name: functionOf(action), data: { action, input } });
    return isReply(result) ? (result as Reply<DataOf<A>>) : unavailable();
  } catch {
    return unavailable();
  }
}

/** Uploads a local file; the cloud file id, or undefined when it could not be sent. */
export async function upload(filePath: string, cloudPath: string): Promise<string | undefined> {
  try {
    return (await wx.cloud.uploadFile({ cloudPath, filePath })).fileID;
  } catch {
    return undefined;
  }
}

/** Fetches a file by the address a reply carries; its path on the phone, or undefined when it did not arrive. */
export function download(url: string): Promise<string | undefined> {
  return new Promise(resolve =>
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : undefined),
      fail: () => resolve(undefined),
    }),
  );
}
