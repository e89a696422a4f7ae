/** Bytes at the beginning in which a page names its charset (HTML standard). */
const PRESCAN = 1024;

const named = (text: string): string | undefined => /charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(text)?.[1];

/** The text of a page by its header's charset, else the one it names itself, else UTF-8. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const label = named(contentType) ?? named(start) ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
