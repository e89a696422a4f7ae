import type { PhoneSettings } from './preview-host';

/** Three people come with the preview; the server may know more, then it puts them into the page. */
export type Person = PhoneSettings['person'] & { fontScale?: number };

type Listener = (now: Readonly<PhoneSettings>, before: Readonly<PhoneSettings>) => void;

/** The settings of one phone: first from its address, later from the workbench. */
export class Settings {
  private readonly listeners = new Set<Listener>();

  constructor(public current: Readonly<PhoneSettings>) {}

  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  update(change: Partial<PhoneSettings>): void {
    const before = this.current;
    this.current = { ...before, ...change };
    for (const listener of this.listeners) listener(this.current, before);
  }
}

/**
 * Reads `?person=&width=&font=&theme=&online=&latency=&plugins=` of a phone's address. `font` is the
 * fontSizeScaleFactor (1 standard, 1.4 in 关怀模式); without it the person's own counts.
 */
export function readSettings(search: string, people: readonly Person[]): PhoneSettings {
  const query = new URLSearchParams(search);
  const id = query.get('person') ?? people[0]?.id ?? 'one';
  const known = people.find(person => person.id === id);
  const person = known ?? { id, name: id, openid: `openid-${id}` };
  return {
    person: { id: person.id, name: person.name, openid: person.openid },
    width: positive(query.get('width'), 375),
    fontScale: positive(query.get('font'), known?.fontScale ?? 1),
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    online: query.get('online') !== 'false',
    latencyMs: positive(query.get('latency'), 0),
    plugins: query.get('plugins') !== 'false',
  };
}

function positive(text: string | null, otherwise: number): number {
  const value = Number(text);
  return text !== null && Number.isFinite(value) && value > 0 ? value : otherwise;
}
