import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { fileIdOf, isCloudPath } from '../storage/cloud-path';
import { FileTooLarge, type StoredFile } from '../storage/files';
import type { FileRequest, Storage } from '../storage/storage';
import { RequestError, readObject, sendJson } from './exchange';

/** wx.cloud's numbers for the SDK's codes. */
const STATUS: Record<string, number> = {
  SUCCESS: 0,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_EXCEED_AUTHORITY: -503002,
};

function clientEntry(entry: Record<string, unknown>): Record<string, unknown> {
  const { code, fileID, tempFileURL } = entry;
  const status = STATUS[String(code)] ?? -503001;
  return {
    fileID,
    ...(tempFileURL !== undefined && { tempFileURL }),
    status,
    errMsg: status === 0 ? 'ok' : code,
  };
}

/** An error as the object store answers it. */
function sendXmlError(response: ServerResponse, status: number, code: string, message: string): void {
  const facts = `<Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId>`;
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${facts}</Error>`);
}

function readFileList(body: Record<string, unknown>): FileRequest[] {
  const list = body['fileList'];
  if (!Array.isArray(list)) throw new RequestError(400, 'INVALID_PARAM', 'fileList: a list expected');
  return list.map((entry: unknown) => {
    const { fileID, maxAge } =
      typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
    return { fileid: String(fileID ?? entry), ...(typeof maxAge === 'number' && { max_age: maxAge }) };
  });
}

/** What a phone does with files, and the addresses the SDK is sent to. */
export function createStorageRoutes(storage: Storage) {
  /** `POST /storage/upload?cloudPath=&openid=`, raw body → `{fileID}`. */
  async function upload(
    request: IncomingMessage,
    response: ServerResponse,
    search: URLSearchParams,
  ): Promise<void> {
    const cloudPath = search.get('cloudPath');
    if (!isCloudPath(cloudPath))
      throw new RequestError(400, 'INVALID_PARAM', 'cloudPath is not a valid path');
    try {
      await storage.files.save(cloudPath, request, search.get('openid') ?? undefined);
    } catch (error) {
      throw error instanceof FileTooLarge ? new RequestError(413, 'TOO_LARGE', error.message) : error;
    }
    sendJson(response, { fileID: fileIdOf(cloudPath) });
  }

  /** The SDK's second step: PUT with the permit from `getUploadMetadata`; an empty 200 means stored. */
  async function putObject(
    request: IncomingMessage,
    response: ServerResponse,
    encodedPath: string,
  ): Promise<void> {
    const cloudPath = decodeURIComponent(encodedPath);
    const permit = request.headers.authorization ?? '';
    if (!isCloudPath(cloudPath) || !storage.addresses.mayUpload(cloudPath, permit)) {
      request.resume();
      return sendXmlError(response, 403, 'SignatureDoesNotMatch', 'the permit is wrong or over');
    }
    try {
      await storage.files.save(cloudPath, request);
      response.writeHead(200).end();
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error;
      sendXmlError(response, 400, 'EntityTooLarge', error.message);
    }
  }

  /** `GET` and `HEAD /storage/file/<path>?sign=&t=`. */
  function getFile(
    request: IncomingMessage,
    response: ServerResponse,
    encodedPath: string,
    search: URLSearchParams,
  ): void {
    const given = decodeURIComponent(encodedPath);
    const file = given.startsWith('~')
      ? storage.files.findByDiskName(given.slice(1))
      : storage.files.find(given);
    const isGenuine = storage.addresses.mayDownload(file?.cloudPath ?? given, search);
    if (isGenuine && file) sendFile(request, response, file);
    else if (isGenuine) sendXmlError(response, 404, 'NoSuchKey', 'no such file');
    else sendXmlError(response, 403, 'AccessDenied', 'the address is wrong or over');
  }

  function sendFile(request: IncomingMessage, response: ServerResponse, file: StoredFile): void {
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.size,
      // A stored HTML file must not act as a page of this server.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    // Nobody is left to tell when the phone goes away or the file is deleted meanwhile.
    else pipeline(storage.files.read(file.cloudPath), response, () => {});
  }

  async function giveAddresses(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const list = readFileList(await readObject(request));
    sendJson(response, { fileList: storage.addressesOf(list).map(clientEntry) });
  }

  async function remove(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readObject(request);
    const fileIds = readFileList(body).map(({ fileid }) => fileid);
    const openid = typeof body['openid'] === 'string' ? body['openid'] : undefined;
    sendJson(response, { fileList: storage.remove(fileIds, openid).map(clientEntry) });
  }

  return { upload, putObject, getFile, giveAddresses, remove };
}
