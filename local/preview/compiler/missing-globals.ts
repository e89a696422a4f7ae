/**
 * What browsers have and WeChat's script engine has not: scripts see `undefined`, so that a program that only works
 * in a browser fails here as it would on a phone, and a library that asks first takes the right way (decision 0031).
 */
const BROWSER_ONLY = `AbortController Blob FileReader FormData Headers Image IntersectionObserver MutationObserver
  Request ResizeObserver Response SharedWorker TextDecoder TextEncoder URL URLSearchParams WebSocket Worker
  XMLHttpRequest alert atob btoa cancelAnimationFrame confirm crypto customElements document fetch getComputedStyle
  history indexedDB localStorage location navigator performance prompt queueMicrotask requestAnimationFrame
  sessionStorage structuredClone window`;

/** esbuild's `define` for scripts of a mini program. */
export const SCRIPT_GLOBALS: Record<string, string> = {
  ...Object.fromEntries(BROWSER_ONLY.split(/\s+/).map(name => [name, 'undefined'])),
  global: 'globalThis',
  'process.env.NODE_ENV': '"development"',
};

/** Statements that define what has no counterpart in the preview, as functions that fail by name. */
export const NO_PLUGINS = `for (const name of ['requirePlugin', 'requireMiniProgram']) {
  globalThis[name] = plugin => { throw new Error(name + ': the preview has no plugins (' + (plugin ?? '') + ')'); };
}`;
