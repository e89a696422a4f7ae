import * as glassEasel from 'glass-easel';
import type { Application } from './application';
import type { ErrorOverlay } from './chrome/error-overlay';

/**
 * Uncaught errors of the mini program go three ways, as in WeChat's tools: App.onError and its listeners,
 * the console (passed on untouched, so that the browser maps the stack), and the overlay over the page.
 */
export class ErrorReports {
  constructor(
    private readonly overlay: ErrorOverlay,
    private readonly app: () => Application | undefined,
  ) {
    glassEasel.addGlobalErrorListener((error, method, related) => {
      const component = typeof related === 'string' ? related : (related?.is ?? '');
      this.report(error, `${component} ${method ?? ''}`.trim());
      // The framework need not print it again.
      return false;
    });
    glassEasel.addGlobalWarningListener((message, related) => {
      const component = typeof related === 'string' ? related : (related?.is ?? '');
      return !isNoise(message, component);
    });
    window.addEventListener('error', event => {
      if (event.error) this.tell(event.error, '');
    });
    window.addEventListener('unhandledrejection', event => {
      this.app()?.rejection(event.reason, event.promise);
      this.overlay.show(`未处理的 Promise 拒绝：${describe(event.reason)}`);
    });
  }

  report = (error: unknown, where: string): void => {
    console.error(where, error);
    this.tell(error, where);
  };

  private tell(error: unknown, where: string): void {
    const text = describe(error);
    this.overlay.show(where === '' ? text : `${where}\n${text}`);
    // The first line is what WeChat puts there, too.
    this.app()?.error(`MiniProgramError\n${text}`);
  }
}

/** What WeChat says nothing of and TDesign causes by the dozen; repeated keys are only its own affair. */
function isNoise(message: string, component: string): boolean {
  if (/^the target of relation|is not a valid property$/.test(message)) return true;
  return /^Some keys are not unique/.test(message) && component.startsWith('miniprogram_npm/');
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  if (typeof error === 'object' && error !== null) return JSON.stringify(error);
  return String(error);
}
