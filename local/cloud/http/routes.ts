import type { CloudServices, Controls } from '../controls';
import { createAdmin } from './admin';
import { serveInvoke } from './client-call';
import { serveControl } from './control-routes';
import { sendJson } from './exchange';
import type { Handler } from './gateway';
import { createStorageRoutes } from './storage-routes';

const FILE = '/storage/file/';
const OBJECT = '/storage/object/';

/** Every address of a cloud, the busiest first. */
export function createRoutes(services: CloudServices, controls: Controls): Handler[] {
  const admin = createAdmin(services);
  const storage = createStorageRoutes(services.storage);

  const posts: Record<string, (...exchange: Parameters<Handler>) => Promise<void>> = {
    '/admin': (request, response, url) => admin(request, response, url.searchParams),
    '/invoke': (request, response) => serveInvoke(controls, services.faults, request, response),
    '/storage/upload': (request, response, url) => storage.upload(request, response, url.searchParams),
    '/storage/urls': (request, response) => storage.giveAddresses(request, response),
    '/storage/delete': (request, response) => storage.remove(request, response),
  };

  const post: Handler = async (request, response, url) => {
    const serve =
      request.method === 'POST' && Object.hasOwn(posts, url.pathname) ? posts[url.pathname] : undefined;
    await serve?.(request, response, url);
    return serve !== undefined;
  };

  const files: Handler = async (request, response, url) => {
    const { pathname, searchParams } = url;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && pathname.startsWith(FILE))
      storage.getFile(request, response, pathname.slice(FILE.length), searchParams);
    else if (request.method === 'PUT' && pathname.startsWith(OBJECT))
      await storage.putObject(request, response, pathname.slice(OBJECT.length));
    else return false;
    return true;
  };

  const health: Handler = (request, response, { pathname }) => {
    if (request.method !== 'GET' || pathname !== '/healthz') return false;
    sendJson(response, { ok: true });
    return true;
  };

  return [post, files, health, (request, response, url) => serveControl(controls, request, response, url)];
}
