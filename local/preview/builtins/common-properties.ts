import { type Animated, playAnimation } from './animation';

const ARIA =
  `activedescendant atomic autocomplete busy checked controls current describedby description details
  disabled expanded flowto haspopup hidden invalid keyshortcuts label labelledby level live modal multiline
  multiselectable orientation owns placeholder posinset pressed readonly relevant required role roledescription
  rowcount rowindex selected setsize sort valuemax valuemin valuenow valuetext`.split(/\s+/);

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

const attributeOf = new Map(ARIA.map(name => [camelCase(`aria-${name}`), ariaAttribute(`aria-${name}`)]));

/** Roles a keyboard or a switch control must be able to reach and press. */
const PRESSABLE = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option']);

/** Properties every built-in has besides id, class, style, slot and dataset. */
export const ACCESSIBILITY_DEFAULTS: Record<string, unknown> = {
  ...Object.fromEntries([...attributeOf.keys()].map(name => [name, null])),
  role: null,
  tabindex: null,
  hidden: false,
  animation: null,
};

export const COMMON_NAMES: ReadonlySet<string> = new Set(Object.keys(ACCESSIBILITY_DEFAULTS));

function ariaAttribute(name: string): string {
  return name === 'aria-role' ? 'role' : name;
}

function writeAttribute(root: HTMLElement, name: string, value: unknown): void {
  if (value === null || value === undefined) root.removeAttribute(name);
  else root.setAttribute(name, String(value));
}

function applyRole(root: HTMLElement, value: unknown): void {
  writeAttribute(root, 'role', value);
  if (PRESSABLE.has(String(value)) && !root.hasAttribute('tabindex')) root.tabIndex = 0;
}

/** Applies one of the common properties, by its camelCase name, to a built-in and its DOM element. */
export function applyCommon(element: Animated, root: HTMLElement, name: string, value: unknown): void {
  if (name === 'hidden') root.toggleAttribute('hidden', Boolean(value));
  else if (name === 'animation') playAnimation(element, value);
  else if (name === 'ariaRole' || name === 'role') applyRole(root, value);
  else writeAttribute(root, attributeOf.get(name) ?? name, value);
}

/** As `applyCommon` for a name as written in WXML; false when the name is not a common one. */
export function applyCommonAttribute(
  element: Animated,
  root: HTMLElement,
  name: string,
  value: unknown,
): boolean {
  const property = camelCase(name);
  if (!COMMON_NAMES.has(property)) return false;
  applyCommon(element, root, property, value);
  return true;
}
