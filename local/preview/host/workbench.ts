import type { PhoneClock } from './clock';
import { launchAt, SCENE_CARD } from './launch';
import { openMaterial } from './material';
import type { PhoneSettings, PreviewHost } from './preview-host';
import type { Settings } from './settings';

/** To the page that frames this phone; a phone in a window of its own has nobody to tell. */
export function postToWorkbench(message: { type: string; [field: string]: unknown }): void {
  if (window.parent !== window) window.parent.postMessage(message, location.origin);
}

export interface WorkbenchParts {
  settings: Settings;
  host: PreviewHost;
  clock: PhoneClock;
  cloudUrl: string;
  /** After the clock was moved. */
  onClock: () => void;
}

type Message = { type?: unknown; [field: string]: unknown };

/**
 * Messages of the workbench: `{type: 'settings', …changed}`, `{type: 'clock', offsetMs?}` (asks the cloud
 * when no offset is given), `{type: 'background'}`, `{type: 'foreground', …enterOptions}`,
 * `{type: 'open-card', path}` and `{type: 'open-material', name}`. Whoever wants to be heard waits for the phone's own `{type: 'running'}`.
 */
export function listenToWorkbench(parts: WorkbenchParts): void {
  window.addEventListener('message', event => {
    if (event.origin !== location.origin || event.source === window) return;
    if (typeof event.data === 'object' && event.data !== null) void obey(parts, event.data as Message);
  });
}

async function obey(parts: WorkbenchParts, message: Message): Promise<void> {
  const { settings, host, clock, cloudUrl, onClock } = parts;
  const { type, ...fields } = message;
  switch (type) {
    case 'settings':
      settings.update(knownSettings(fields));
      break;
    case 'clock':
      if (typeof fields['offsetMs'] === 'number') clock.offsetMs = fields['offsetMs'];
      else await clock.refresh(cloudUrl);
      onClock();
      break;
    case 'background':
      host.appSwitch.hide();
      break;
    case 'foreground':
      host.appSwitch.show(fields);
      break;
    case 'open-card':
      openCard(host, String(fields['path'] ?? ''));
      break;
    case 'open-material':
      await openMaterial(host, String(fields['name'])).catch(error => host.reportError(error, 'material'));
      break;
    default:
  }
}

/** A card opened in a running mini program: a new foreground entry, then its page alone on the stack. */
function openCard(host: PreviewHost, path: string): void {
  host.appSwitch.hide();
  host.appSwitch.show(launchAt(path, SCENE_CARD));
  host.navigation
    .reLaunch({ url: `/${path.replace(/^\//, '')}` })
    .catch(error => host.reportError(error, 'card'));
}

const KINDS: { [K in keyof PhoneSettings]: string } = {
  person: 'object',
  width: 'number',
  fontScale: 'number',
  theme: 'string',
  online: 'boolean',
  latencyMs: 'number',
  plugins: 'boolean',
};

function knownSettings(fields: Record<string, unknown>): Partial<PhoneSettings> {
  const known = Object.entries(fields).filter(
    ([name, value]) => KINDS[name as keyof PhoneSettings] === typeof value,
  );
  return Object.fromEntries(known) as Partial<PhoneSettings>;
}
