/** What the plugin takes at once, bytes of UTF-8. */
const MOST_BYTES = 1_000;

function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** One that is too long even alone is cut between letters. */
function cut(sentence: string): string[] {
  const parts = [''];
  for (const letter of sentence) {
    const last = parts.length - 1;
    if (bytesOf((parts[last] ?? '') + letter) <= MOST_BYTES) parts[last] += letter;
    else parts.push(letter);
  }
  return parts;
}

/** A text in parts that can be spoken one after the other, each of whole sentences where that is possible. */
export function speechParts(text: string): string[] {
  const sentences = (text.match(/[^。！？；，\n]+[。！？；，\n]*/g) ?? []).flatMap(cut);
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.length - 1;
    const joined = (parts[last] ?? '') + sentence;
    if (last >= 0 && bytesOf(joined) <= MOST_BYTES) parts[last] = joined;
    else parts.push(sentence);
  }
  return parts.map(part => part.trim()).filter(part => part !== '');
}
