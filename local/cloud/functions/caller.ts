/** Who a call comes from: the platform's word, never the event's. */
export interface Caller {
  source: 'wx_client' | 'timer' | 'scf';
  openid?: string;
  unionid?: string;
  clientIp?: string;
  /** `getWXContext().SOURCE`: the chain of callers, such as `wx_client,scf`. */
  chain?: string;
}

/** The local environment: its id, its mini program, its keys (nothing checks them). */
export const ENVIRONMENT_ID = 'liyili-local';
export const APP_ID = 'wx00000000liyili00';
const REGION = 'ap-shanghai';
const SECRET = { TENCENTCLOUD_SECRETID: 'local-secret-id', TENCENTCLOUD_SECRETKEY: 'local-secret-key' };

/** What a client sends, as JSON text: WeChat puts the caller into it, whatever the client wrote there. */
export function clientEvent(data: unknown, openid: string | undefined): string {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  if (!isObject || openid === undefined) return JSON.stringify(data);
  return JSON.stringify({ ...data, userInfo: { appId: APP_ID, openId: openid } });
}

/** What an instance has for life. `url` is the cloud's own address; `nodePath` finds the unmodified SDKs. */
export function instanceEnvironment(
  url: string,
  nodePath: string,
  own: Record<string, string>,
): Record<string, string> {
  return {
    // Production runs in UTC; the developer's own environment is none of a function's business.
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    PATH: process.env['PATH'] ?? '',
    NODE_PATH: nodePath,
    ...own,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    ...SECRET,
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  };
}

/** The keys of one call, in the process environment and in `context.environment` alike. */
export function callEnvironment(caller: Caller, callId: string): Record<string, string> {
  const wx: Record<string, string> = { WX_APPID: APP_ID };
  if (caller.openid !== undefined) wx['WX_OPENID'] = caller.openid;
  if (caller.unionid !== undefined) wx['WX_UNIONID'] = caller.unionid;
  if (caller.source !== 'timer') wx['WX_CLIENTIP'] = caller.clientIp ?? '127.0.0.1';
  const tcb = { TCB_SEQID: callId, TCB_SOURCE: caller.chain ?? caller.source };
  return {
    ...wx,
    ...tcb,
    TRIGGER_SRC: caller.source,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: ['TCB_ENV', 'SCF_NAMESPACE', ...Object.keys(tcb)].join(','),
  };
}

/** The data of SCF's `context`; the instance adds `getRemainingTimeInMillis`. */
export function callContext(
  spec: { name: string; memoryMb: number; timeoutMs: number },
  callId: string,
  own: Record<string, string>,
): Record<string, unknown> {
  const environment: Record<string, string> = {
    ...own,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
  };
  const pairs = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: callId,
    requestId: callId,
    function_name: spec.name,
    function_version: '$LATEST',
    namespace: ENVIRONMENT_ID,
    memory_limit_in_mb: spec.memoryMb,
    time_limit_in_ms: spec.timeoutMs,
    tencentcloud_region: REGION,
    tencentcloud_appid: '1250000000',
    tencentcloud_uin: '100000000000',
    environment: JSON.stringify(environment),
    environ: pairs.join(';'),
  };
}
