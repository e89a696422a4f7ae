import { ApiFailure, type FailureBody } from '../api-call';
import { NetworkFailure } from './network';

/** What `wx.cloud` rejects with: an `Error` that carries `errCode` and `errMsg`, as the real SDK's does. */
export class CloudError extends Error implements FailureBody {
  [field: string]: unknown;
  readonly errCode: number;
  readonly errMsg: string;

  constructor(errCode: number, errMsg: string) {
    super(errMsg);
    this.name = 'CloudSDKError';
    this.errCode = errCode;
    this.errMsg = errMsg;
  }
}

/** Codes of the cloud functions' own failures are passed on; anything else is -1, as for a lost network. */
export function cloudFailure(api: string, error: unknown): CloudError {
  const known = error instanceof ApiFailure ? error.facts['errCode'] : undefined;
  const errCode = typeof known === 'number' ? known : -1;
  const message = error instanceof Error ? error.message : String(error);
  const reason = error instanceof NetworkFailure ? `request:fail ${message}` : message;
  return new CloudError(errCode, `${api}:fail Error: errCode: ${errCode} | errMsg: ${reason}`);
}
