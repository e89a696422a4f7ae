import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiResult, type ApiTable, asyncApi, type Callbacks } from '../api-call';
import { keepTemporary, mimeTypeOf, readPath } from '../files/file-url';
import { phoneFetch } from './network';

interface RequestOptions {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
  method?: string;
  /** `json` parses the reply; anything else leaves the text. */
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
  /** Milliseconds. */
  timeout?: number;
}

interface UploadOptions extends RequestOptions {
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** Servers outside the preview count as domains that were not declared. */
function checkDomain(url: string): URL {
  const parsed = new URL(url, location.href);
  if (parsed.origin !== location.origin) throw new ApiFailure('url not in domain list', { errno: 600002 });
  return parsed;
}

function withQuery(url: URL, data: unknown): URL {
  for (const [name, value] of Object.entries((data ?? {}) as object))
    url.searchParams.set(name, String(value));
  return url;
}

function requestInit(options: RequestOptions, method: string): RequestInit {
  const header = { 'content-type': 'application/json', ...options.header };
  if (method === 'GET' || options.data === undefined) return { method, headers: header };
  const raw = typeof options.data === 'string' || options.data instanceof ArrayBuffer;
  const form = /x-www-form-urlencoded/.test(header['content-type']);
  const text = form
    ? new URLSearchParams(options.data as Record<string, string>).toString()
    : JSON.stringify(options.data);
  return { method, headers: header, body: raw ? (options.data as string) : text };
}

async function bodyOf(response: Response, options: RequestOptions): Promise<unknown> {
  if (options.responseType === 'arraybuffer') return response.arrayBuffer();
  const text = await response.text();
  if ((options.dataType ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Like `asyncApi`, with the task that `abort()`s it in place of the promise. */
function taskApi<O extends RequestOptions>(
  api: string,
  required: Record<string, 'String'>,
  run: (options: O, signal: AbortSignal) => Promise<object>,
) {
  return (options: O & Callbacks) => {
    const controller = new AbortController();
    const timeout = AbortSignal.timeout(options.timeout ?? DEFAULT_TIMEOUT_MS);
    const signal = AbortSignal.any([controller.signal, timeout]);
    const call = asyncApi<O>(api, o => run(o, signal), { required });
    const outcome: Promise<ApiResult> | undefined = call(options);
    const nothing = () => undefined;
    const task = {
      abort: () => controller.abort(),
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
      onProgressUpdate: nothing,
      offProgressUpdate: nothing,
    };
    return outcome ? Object.assign(outcome, task) : task;
  };
}

/** `wx.request`, `downloadFile` and `uploadFile` to the preview's own server. */
export function requestApi(host: PreviewHost): ApiTable {
  const request = async (options: RequestOptions, signal: AbortSignal) => {
    const method = (options.method ?? 'GET').toUpperCase();
    const url = checkDomain(options.url);
    const target = method === 'GET' ? withQuery(url, options.data) : url;
    const response = await phoneFetch(host, target.href, { ...requestInit(options, method), signal });
    const header = Object.fromEntries(response.headers);
    return { data: await bodyOf(response, options), statusCode: response.status, header, cookies: [] };
  };
  const downloadFile = async (options: RequestOptions, signal: AbortSignal) => {
    const url = checkDomain(options.url);
    const response = await phoneFetch(host, url.href, { headers: options.header ?? {}, signal });
    const tempFilePath = await keepTemporary(await response.blob(), url.pathname);
    return { tempFilePath, statusCode: response.status };
  };
  const uploadFile = async (options: UploadOptions, signal: AbortSignal) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(options.formData ?? {})) body.append(name, value);
    const file = new Blob([readPath(options.filePath)], { type: mimeTypeOf(options.filePath) });
    body.append(options.name, file, options.filePath.split('/').pop());
    const init = { method: 'POST', body, headers: options.header ?? {}, signal };
    const response = await phoneFetch(host, checkDomain(options.url).href, init);
    return { data: await response.text(), statusCode: response.status };
  };
  return {
    request: taskApi('request', { url: 'String' }, request),
    downloadFile: taskApi('downloadFile', { url: 'String' }, downloadFile),
    uploadFile: taskApi('uploadFile', { url: 'String', filePath: 'String', name: 'String' }, uploadFile),
  };
}
