import { useEffect, useId, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Slot } from 'radix-ui';
import { Kbd } from '../display/kbd';
import { floatingHome, useAnchored } from './anchored';

const OPENS_AFTER = 400;
const CLOSES_AFTER = 120;

export interface TooltipProps {
  text: string;
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** False where the text is the control's name already. */
  describes?: boolean;
  children: ReactNode;
}

/** Shows a short text while its control is pointed at or has the keyboard; Escape hides it. Never the only place of a fact. */
export function Tooltip({ text, shortcut, side = 'top', describes = true, children }: TooltipProps): ReactNode {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [home, setHome] = useState<HTMLElement | null>(null);
  const open = home !== null;
  useAnchored(anchor, tip, open, { side, align: 'center', gap: 6 });

  const show = (after: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHome(floatingHome(anchor.current)), after);
  };
  const hide = (after = 0): void => {
    clearTimeout(timer.current);
    if (after === 0) setHome(null);
    else timer.current = setTimeout(() => setHome(null), after);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setHome(null);
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [open]);

  return (
    <>
      <Slot.Root
        ref={anchor}
        aria-describedby={open && describes ? id : undefined}
        onPointerEnter={(event: PointerEvent) => event.pointerType !== 'touch' && show(OPENS_AFTER)}
        onPointerLeave={() => hide(CLOSES_AFTER)}
        onPointerDown={() => hide()}
        onFocus={(event: React.FocusEvent) => event.target.matches(':focus-visible') && show(0)}
        onBlur={() => hide()}
      >
        {children}
      </Slot.Root>
      {home &&
        createPortal(
          <span
            ref={tip}
            id={id}
            role="tooltip"
            className="tip tip--floating"
            onPointerEnter={() => clearTimeout(timer.current)}
            onPointerLeave={() => hide(CLOSES_AFTER)}
          >
            {text}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </span>,
          home,
        )}
    </>
  );
}
