import { defineBuiltin } from './builtin';

/** Lengths in px; null asks nothing. */
const DEFAULTS = {
  width: null as number | null,
  minWidth: null as number | null,
  maxWidth: null as number | null,
  height: null as number | null,
  minHeight: null as number | null,
  maxHeight: null as number | null,
  orientation: '',
};

interface PageSize {
  windowWidth: number;
  windowHeight: number;
}

function matches(wanted: typeof DEFAULTS, { windowWidth, windowHeight }: PageSize): boolean {
  const lengths = [
    [windowWidth, wanted.width, wanted.minWidth, wanted.maxWidth],
    [windowHeight, wanted.height, wanted.minHeight, wanted.maxHeight],
  ] as const;
  const orientation = windowWidth > windowHeight ? 'landscape' : 'portrait';
  if (wanted.orientation !== '' && wanted.orientation !== orientation) return false;
  return lengths.every(([now, exact, least, most]) => {
    return (
      (exact === null || now === Number(exact)) && now >= Number(least ?? 0) && now <= Number(most ?? now)
    );
  });
}

/** Shows its content while the page area has the size asked for. */
export const matchMedia = defineBuiltin({
  tag: 'match-media',
  defaults: DEFAULTS,
  css: 'wx-match-media{display:block}wx-match-media[data-unmatched]{display:none!important}',
  create(node) {
    const look = () => node.root.toggleAttribute('data-unmatched', !matches(node.data, node.host.geometry()));
    let stopListening: () => void = () => undefined;
    return {
      update: look,
      attached() {
        stopListening = node.host.events.on('windowResize', look);
        look();
      },
      detached: () => stopListening(),
    };
  },
});
