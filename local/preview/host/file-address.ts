import { fileUrl } from '../wx/files/file-url';

/**
 * The address of a file that bars and cards name: from the mini program's root, or one of the phone's own
 * (`wxfile://`). Addresses stay what they are.
 */
export function fileAddress(name: string, assetBase: string): string {
  if (/^([a-z]+:|\/-\/)/i.test(name)) return fileUrl(name);
  return assetBase + name.replace(/^\.?\//, '');
}
