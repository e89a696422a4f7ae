import protobuf from 'protobufjs';

/**
 * The messages wx-server-sdk 4.0.2 exchanges for an openapi call (read from its source): parameters go out
 * as pairs of name and JSON text, or of name and raw bytes for media; the answer carries WeChat's HTTP reply.
 */
const SCHEMA = `
syntax = "proto3";
message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
message OpenApiData { repeated KeyValuePair pairs = 1; }
message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`;

const { root } = protobuf.parse(SCHEMA);
const CommApiData = root.lookupType('CommApiData');
const CommOpenApiResp = root.lookupType('CommOpenApiResp');

interface DecodedCall {
  openapiData?: { pairs?: Array<{ key?: string; value?: Uint8Array; filename?: string }> };
}

/** The parameters of a call, snake_case as WeChat's HTTP interface has them. Throws on bytes that are no call. */
export function decodeCall(bytes: Uint8Array): Record<string, unknown> {
  const { openapiData } = CommApiData.toObject(CommApiData.decode(bytes)) as DecodedCall;
  const entries = (openapiData?.pairs ?? []).map(({ key = '', value = new Uint8Array(), filename }) => [
    key,
    filename ? value : (JSON.parse(Buffer.from(value).toString()) as unknown),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** WeChat's reply to one call: JSON, bytes of a file, or a refusal by the platform itself (`errorCode`). */
export type OpenapiReply =
  | { json: Record<string, unknown> }
  | { file: Uint8Array; contentType: string }
  | { errorCode: number };

export function encodeReply(reply: OpenapiReply): Uint8Array {
  return CommOpenApiResp.encode(CommOpenApiResp.fromObject(plain(reply))).finish();
}

function plain(reply: OpenapiReply): Record<string, unknown> {
  if ('errorCode' in reply) return { errorCode: reply.errorCode, httpCode: 200 };
  if ('file' in reply) return { respData: reply.file, contentType: reply.contentType, httpCode: 200 };
  const respData = Buffer.from(JSON.stringify(reply.json));
  return { respData, contentType: 'application/json; charset=utf-8', httpCode: 200 };
}
