import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Tags of WeChat's own that say themselves what they are. */
const SAY_THEMSELVES = /^(button|navigator|input|textarea|switch|checkbox|radio|slider|picker)$/;
const TAPPED = /\b(bind|catch|mut-bind):?tap=/;
/** `aria-hidden`: something visible does the same. */
const NAMED = /\baria-role=|\brole=|\baria-hidden=/;
const TAG = /<([a-z][\w-]*)((?:\s+(?:"[^"]*"|[^"<>])*)?)\/?>/g;

/** Tags of one file that can be tapped and do not tell a screen reader what they are. Components tell it inside. */
export function tappedWithoutRole(wxml: string): string[] {
  return [...wxml.matchAll(TAG)].flatMap(([whole, tag = '', attributes = '']) => {
    const isOwn = tag.includes('-') || SAY_THEMSELVES.test(tag);
    return !isOwn && TAPPED.test(attributes) && !NAMED.test(attributes) ? [whole.slice(0, 120)] : [];
  });
}

/** One line a finding, of all pages and components of a mini program. */
export function checkRoles(root: string): string[] {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter(
    file => file.endsWith('.wxml') && !file.includes('miniprogram_npm'),
  );
  return files.flatMap(file =>
    tappedWithoutRole(readFileSync(path.join(root, file), 'utf8')).map(tag => `${file}: no role on ${tag}`),
  );
}
