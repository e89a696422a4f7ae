import type { NavigateOptions, PreviewHost } from '../../host/preview-host';
import { type ApiTable, asyncApi } from '../api-call';

type Url = { url: string };

/** Moves between pages: the host does the work and words its refusals as WeChat does. */
export function navigationApi(host: PreviewHost): ApiTable {
  const required = { url: 'String' } as const;
  const { navigation } = host;
  return {
    navigateTo: asyncApi<NavigateOptions>('navigateTo', o => navigation.navigateTo(o), { required }),
    redirectTo: asyncApi<Url>('redirectTo', o => navigation.redirectTo(o), { required }),
    switchTab: asyncApi<Url>('switchTab', o => navigation.switchTab(o), { required }),
    reLaunch: asyncApi<Url>('reLaunch', o => navigation.reLaunch(o), { required }),
    navigateBack: asyncApi<{ delta?: number }>('navigateBack', o => navigation.navigateBack(o)),
    preloadWebview: asyncApi('preloadWebview', () => undefined),
  };
}
