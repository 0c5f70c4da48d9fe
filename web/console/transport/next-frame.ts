/** A page that is not drawn, because it is behind another, is not kept waiting for a frame. */
const UNDRAWN_MILLIS = 250;

/** Calls back once, before the page is drawn the next time. */
export function nextFrame(callback: () => void): void {
  const once = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, UNDRAWN_MILLIS);
}
