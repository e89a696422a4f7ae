import type { AppConfig } from '../compiler/app-bundle';
import type { LaunchOptions } from './preview-host';
import { resolveRoute } from './routes';

/** Scene 1001: opened from the list of mini programs; 1007: from a card in a chat. */
export const SCENE_MAIN = 1001;
export const SCENE_CARD = 1007;

export function entryPath(config: AppConfig): string {
  return (config.entryPagePath ?? config.pages[0] ?? '').replace(/^\//, '');
}

/** Reads `?path=pages/x/x%3Fid%3D1&scene=1007` of a phone's address: what WeChat would launch with. */
export function readLaunch(search: string, config: AppConfig): LaunchOptions {
  const query = new URLSearchParams(search);
  return launchAt(query.get('path') ?? entryPath(config), Number(query.get('scene')) || SCENE_MAIN);
}

export function launchAt(url: string, scene: number): LaunchOptions {
  return { ...resolveRoute(`/${url.replace(/^\//, '')}`, undefined), scene, referrerInfo: {} };
}
