import type * as glassEasel from 'glass-easel';

type Associated = Node & { __wxElement?: glassEasel.Element };

/** The mini program element a DOM node belongs to; `own` asks for the node's own element only. */
export function elementAt(target: EventTarget | null, own = false): glassEasel.Element | undefined {
  let node = target instanceof Node ? (target as Associated) : null;
  if (own) return node?.__wxElement;
  while (node && !node.__wxElement) {
    node = (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) as Associated | null;
  }
  return node?.__wxElement;
}

/** The DOM element of a mini program element; null for virtual ones. */
export function domOf(element: glassEasel.Element): HTMLElement | null {
  return element.getBackendElement() as unknown as HTMLElement | null;
}

/** The element and what contains it on screen, inside out: slots are followed into the component around them. */
export function* composedPath(start: glassEasel.Element): Generator<glassEasel.Element> {
  let current: glassEasel.Element | null = start;
  while (current) {
    yield current;
    current = current.getComposedParent();
  }
}

/**
 * Walks the elements a form (or a query by id) reaches below an element, in reading order: what was written
 * between its tags, not the inside of custom components. The visitor returns false to skip what is below.
 */
export function visitContent(
  framework: typeof glassEasel,
  element: glassEasel.Element,
  visit: (element: glassEasel.Element) => boolean,
): void {
  const step = (child: glassEasel.Node) => {
    const found = child.asElement();
    if (found && visit(found)) visitContent(framework, found, visit);
  };
  // A slot has no nodes of its own: what was put there are its composed children.
  const isContainer = framework.Component.isComponent(element) || element.childNodes.length > 0;
  if (isContainer) element.childNodes.forEach(step);
  else element.forEachComposedChild(step);
}

/** The element with this id among the content of `element`. */
export function findById(
  framework: typeof glassEasel,
  element: glassEasel.Element,
  id: string,
): glassEasel.Element | undefined {
  let found: glassEasel.Element | undefined;
  visitContent(framework, element, candidate => {
    if (!found && candidate.id === id) found = candidate;
    return !found;
  });
  return found;
}
