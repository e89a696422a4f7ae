import { decodeReply, encodeCall, type WireReply } from './openapi-wire';
import { connect } from './sdk';

/** WeChat's APIs that the functions' config.json permits. */
export type OpenapiName =
  | 'security.msgSecCheck'
  | 'subscribeMessage.send'
  | 'wxacode.getUnlimited'
  | 'updatableMessage.createActivityId'
  | 'updatableMessage.setUpdatableMsg';

export interface OpenapiReply {
  /** 0: WeChat did it. Else it did not: WeChat's number, or the platform's own (below -600,000). */
  errcode: number;
  errmsg: string;
  /** The JSON reply, names as WeChat writes them (snake_case); empty when a file came. */
  fields: Record<string, unknown>;
  /** Bytes of a picture, for the APIs that answer with one. */
  file?: Uint8Array;
}

/** No answer, or none that can be read: nobody knows whether WeChat did what it was asked. */
export class OpenapiOutage extends Error {
  override readonly name = 'OpenapiOutage';
}

/** A person waits for it, and there are other calls to come within a function's time-out. Milliseconds. */
const TIMEOUT_MS = 5000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** WeChat sends JSON as text/plain now and then. */
const JSON_TYPE = /application\/json|text\/plain/;

function readReply({ content, contentType, errorCode }: WireReply): OpenapiReply {
  if (errorCode !== 0) return { errcode: errorCode, errmsg: 'refused by the platform', fields: {} };
  if (!JSON_TYPE.test(contentType)) return { errcode: 0, errmsg: 'ok', fields: {}, file: content };
  const fields: unknown = JSON.parse(new TextDecoder().decode(content));
  if (!isRecord(fields)) throw new TypeError('the reply is no object');
  return { errcode: Number(fields['errcode'] ?? 0), errmsg: String(fields['errmsg'] ?? 'ok'), fields };
}

/** The SDK hands over an error of the platform as an object. */
function bytesOf(answer: unknown): Uint8Array {
  if (Buffer.isBuffer(answer)) return Uint8Array.from(answer);
  throw new TypeError(`the platform answered ${JSON.stringify(answer)}`);
}

/**
 * Calls an API of WeChat on behalf of the mini program. `data`: parameters as in WeChat's HTTP interface, snake_case.
 * Refusals are values (`errcode`); throws OpenapiOutage when there is no answer. Logs nothing: parameters name people.
 */
export async function callOpenapi(api: OpenapiName, data: Record<string, unknown>): Promise<OpenapiReply> {
  try {
    // wx-server-sdk makes this same call; with the message written here it need not be loaded (400 ms, 300 KB).
    const call = { apiName: api, requestData: Buffer.from(encodeCall(data)) };
    const answer: unknown = await connect().callCompatibleWxOpenApi(call, { timeout: TIMEOUT_MS });
    return readReply(decodeReply(bytesOf(answer)));
  } catch (cause) {
    throw new OpenapiOutage(`no answer to ${api}`, { cause });
  }
}
