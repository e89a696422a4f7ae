import * as glassEasel from 'glass-easel';

/** glass-easel's own fields, which its types leave out. */
interface Slots {
  getSlotMode(): number;
  _$singleSlot: glassEasel.Element | null;
  _$subtreeSlotStart: SlotList | null;
}

interface SlotList {
  value: glassEasel.Element & { _$slotName?: string };
  next: SlotList | null;
}

/** `SlotMode.Single`, which exists only while glass-easel is compiled. */
const SINGLE = 1;

/** An element as glass-easel walks up from it to find the DOM node that gets its children. */
interface Ancestor {
  _$virtual: boolean;
  _$external?: boolean;
  _$backendElement: unknown;
  shadowRoot?: { slot: unknown };
  containingSlot?: Ancestor | null;
  parentNode: Ancestor | null;
  getHostNode?: () => Ancestor;
}

interface ElementStatics {
  findNearestNonVirtual(from: Ancestor): unknown;
  _$insertChildReassignSlot(root: Slots, name: null, before: unknown, now: unknown): void;
}

const elements = glassEasel.Element as unknown as ElementStatics;

type SlotsChanged = (this: Slots, first: SlotList, last: SlotList, move: boolean) => void;

/**
 * A component without `multipleSlots` shows its content in its unnamed slot, wherever slots with names stand
 * (decision 0037); glass-easel alone takes the first slot of any name.
 */
export function preferUnnamedSlot(): void {
  const roots = glassEasel.ShadowRoot.prototype as unknown as Record<string, SlotsChanged>;
  for (const method of ['_$applySlotsInsertion', '_$applySlotsRemoval']) {
    const inherited = roots[method];
    if (!inherited) throw new Error(`glass-easel has no ${method}`);
    roots[method] = function (first, last, move) {
      if (this.getSlotMode() !== SINGLE) inherited.call(this, first, last, move);
      // A move is a removal with an insertion to follow.
      else if (!move || method === '_$applySlotsInsertion') chooseSlot(this);
    };
  }
}

function chooseSlot(root: Slots): void {
  const before = root._$singleSlot;
  let now = root._$subtreeSlotStart?.value ?? null;
  for (let at = root._$subtreeSlotStart; at; at = at.next) {
    if (at.value._$slotName) continue;
    now = at.value;
    break;
  }
  if (now === before) return;
  root._$singleSlot = now;
  elements._$insertChildReassignSlot(root, null, before, now);
}

/**
 * `<scroll-view><slot/></scroll-view>`: what comes into the slot belongs into the inner node that a built-in keeps
 * for its children. glass-easel looks for that node only when the children stand in the built-in themselves.
 */
export function fillBuiltinsThroughSlots(): void {
  elements.findNearestNonVirtual = from => {
    let at: Ancestor | null = from;
    while (at?._$virtual) at = above(at);
    if (!at) return null;
    return at._$external && at.shadowRoot ? at.shadowRoot.slot : at._$backendElement;
  };
}

function above(element: Ancestor): Ancestor | null {
  if (element.getHostNode) return element.getHostNode();
  return element.containingSlot === undefined ? element.parentNode : element.containingSlot;
}
