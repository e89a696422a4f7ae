import './strip.css';
import type { Person } from './phone-frame';
import { Workbench } from './workbench';

interface PageSettings {
  people: Person[];
  hasCloud: boolean;
}

const { people, hasCloud } = (globalThis as unknown as { __previewSettings: PageSettings }).__previewSettings;

document.body.append(new Workbench(people, hasCloud).node);
