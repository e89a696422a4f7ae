import type { PreviewHost } from '../host/preview-host';
import { fileUrl } from '../wx/files/file-url';
import type { BuiltinNode, Values } from './builtin';

/** Where the preview server serves the mini program's own files. */
const PACKAGE_URL = '/-/root/';
const ABSOLUTE = /^([a-z][a-z\d+.-]*:|\/\/|\/-\/)/i;

async function cloudFileUrl(host: PreviewHost, fileId: string): Promise<string> {
  const body = JSON.stringify({ fileList: [fileId] });
  const reply = await fetch(`${host.cloudUrl}storage/urls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { fileList } = (await reply.json()) as { fileList: { tempFileURL?: string; errMsg?: string }[] };
  const url = fileList[0]?.tempFileURL;
  if (!url) throw new Error(fileList[0]?.errMsg ?? `no such file ${fileId}`);
  return url;
}

/**
 * The address the browser loads for a `src`: relative to the page or component it was written in, or from the root
 * of the mini program, `wxfile://` and `cloud://` files included. Rejects when a cloud file does not exist.
 */
export async function assetUrl<D extends Values>(node: BuiltinNode<D>, src: string): Promise<string> {
  if (src.startsWith('cloud://')) return cloudFileUrl(node.host, src);
  if (src === '' || ABSOLUTE.test(src)) return fileUrl(src);
  const owner = node.element.ownerShadowRoot?.getHostNode().is ?? '';
  return new URL(src, new URL(owner, new URL(PACKAGE_URL, location.origin))).pathname.replace(
    /^\/(?!-\/)/,
    PACKAGE_URL,
  );
}
