/** One drag of a finger or the mouse, in px relative to where it began. */
export interface DragListener {
  /** False: not ours, let the browser scroll. */
  start?(event: PointerEvent): boolean;
  move(dx: number, dy: number, event: PointerEvent): void;
  /** Velocities in px/ms over the last stretch. */
  end(dx: number, dy: number, velocity: { x: number; y: number }): void;
}

/** Before this distance (px) a press may still become a tap. */
const SLOP = 3;

/**
 * Follows drags that begin on `area`. Which directions the browser keeps for scrolling is for the caller to say with
 * `touch-action`; when it takes over, the drag ends where it was.
 */
export function onDrag(area: HTMLElement, listener: DragListener): void {
  area.addEventListener('pointerdown', down => {
    if (!down.isPrimary || down.button !== 0 || listener.start?.(down) === false) return;
    const stop = new AbortController();
    const velocity = { x: 0, y: 0 };
    let last = { x: down.clientX, y: down.clientY, at: down.timeStamp };
    let dragging = false;
    const move = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      const dx = event.clientX - down.clientX;
      const dy = event.clientY - down.clientY;
      if (!dragging && Math.hypot(dx, dy) < SLOP) return;
      dragging = true;
      const ms = Math.max(1, event.timeStamp - last.at);
      velocity.x = (event.clientX - last.x) / ms;
      velocity.y = (event.clientY - last.y) / ms;
      last = { x: event.clientX, y: event.clientY, at: event.timeStamp };
      listener.move(dx, dy, event);
    };
    const end = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      stop.abort();
      listener.end(last.x - down.clientX, last.y - down.clientY, velocity);
    };
    const options = { signal: stop.signal };
    window.addEventListener('pointermove', move, options);
    window.addEventListener('pointerup', end, options);
    window.addEventListener('pointercancel', end, options);
  });
}
