import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Open layers, the newest last: Escape closes one at a time. */
const layers: symbol[] = [];

/** Calls `onClose` when Escape is pressed in the newest layer, or something outside of it and its anchor is pressed. */
export function useDismiss(
  open: boolean,
  inside: readonly RefObject<HTMLElement | null>[],
  onClose: (by: 'escape' | 'outside') => void,
): void {
  const close = useEffectEvent(onClose);
  const isInside = useEffectEvent(
    (target: EventTarget | null) => target instanceof Node && inside.some((each) => each.current?.contains(target)),
  );
  useEffect(() => {
    if (!open) return;
    const layer = Symbol();
    layers.push(layer);
    const onPointerDown = (event: PointerEvent): void => {
      if (!isInside(event.target)) close('outside');
    };
    // On the window, before everybody else: Escape here must not close the dialog around it.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || layers.at(-1) !== layer) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      close('escape');
    };
    addEventListener('pointerdown', onPointerDown, true);
    addEventListener('keydown', onKeyDown, true);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      removeEventListener('pointerdown', onPointerDown, true);
      removeEventListener('keydown', onKeyDown, true);
    };
  }, [open]);
}
