import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable } from '../api-call';
import { keepTemporary, mimeTypeOf, readPath } from '../files/file-url';
import { phoneFetch, throughProxy } from './network';
import { taskApi } from './task';

interface RequestOptions {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
  method?: string;
  /** `json` parses the reply; anything else leaves the text. */
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
}

interface UploadOptions extends RequestOptions {
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

/** Servers outside the preview count as domains that were not declared. */
function checkDomain(url: string): URL {
  const parsed = new URL(url, location.href);
  if (parsed.origin === location.origin) return parsed;
  console.warn(`${parsed.origin} is out of the preview's reach: its wx.request gets to its own server only`);
  throw new ApiFailure('url not in domain list', { errno: 600002 });
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

/** `wx.request`, `downloadFile` and `uploadFile` to the preview's own server; downloads from the cloud's storage too. */
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
    const url = checkDomain(throughProxy(host, options.url));
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
    request: taskApi('request', request, { required: { url: 'String' } }),
    downloadFile: taskApi('downloadFile', downloadFile, { required: { url: 'String' } }),
    uploadFile: taskApi('uploadFile', uploadFile, {
      required: { url: 'String', filePath: 'String', name: 'String' },
    }),
  };
}
