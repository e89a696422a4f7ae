import type { Problem } from '../../compiler/app-bundle';
import { showProblems } from './problem-overlay';

/** Runs in every phone before the host: listens for builds, reloads, shows what is wrong over the page. */
function listen(): void {
  const events = new EventSource('/-/events');
  events.addEventListener('problems', event => showProblems(JSON.parse(event.data) as Problem[]));
  events.addEventListener('reload', () => location.reload());
}

listen();
