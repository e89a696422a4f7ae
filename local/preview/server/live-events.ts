import type { ServerResponse } from 'node:http';
import type { Problem } from '../compiler/app-bundle';

/**
 * `/-/events`: every open phone hears `problems` (JSON array, on connecting and after each build) and `reload`
 * (after a build that changed something).
 */
export class LiveEvents {
  readonly #listeners = new Set<ServerResponse>();
  #problems: Problem[] = [];

  connect(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
    response.write(message('problems', this.#problems));
  }

  announce(problems: Problem[], changed: boolean): void {
    this.#problems = problems;
    const text = message('problems', problems) + (changed ? message('reload', null) : '');
    for (const listener of this.#listeners) listener.write(text);
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
  }
}

function message(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
