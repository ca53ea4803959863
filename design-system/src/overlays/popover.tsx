import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Slot } from 'radix-ui';
import { classNames } from '../class-names';
import { floatingHome, useAnchored } from './anchored';
import { useDismiss } from './dismiss';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

export interface PopoverProps {
  /** The control that opens it. */
  trigger: ReactNode;
  /** Names it for screen readers. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
}

interface ContentProps extends Pick<PopoverProps, 'label' | 'align' | 'side' | 'className' | 'children'> {
  id: string;
  anchor: React.RefObject<HTMLElement | null>;
  onClose: () => void;
}

function Content({
  id,
  label,
  align = 'start',
  side = 'bottom',
  className,
  anchor,
  onClose,
  children,
}: ContentProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useAnchored(anchor, box, true, { side, align, gap: 6 });
  const closeAndReturn = (): void => {
    onClose();
    anchor.current?.focus();
  };
  useDismiss(true, [anchor, box], (by) => (by === 'escape' ? closeAndReturn() : onClose()));
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>(FOCUSABLE) ?? box.current;
    first?.focus({ preventScroll: true });
  }, []);
  // It hangs at the end of the page but belongs behind its trigger: leaving it by Tab leads back there.
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'Tab' || !event.currentTarget.contains(event.target as Node)) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (edge && document.activeElement !== edge && document.activeElement !== event.currentTarget) return;
    event.preventDefault();
    closeAndReturn();
  };
  return (
    <div
      ref={box}
      id={id}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={classNames('pop floating', className ?? 'pop-body')}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

/** A small panel beside its trigger; Escape closes it and gives the focus back. */
export function Popover({ trigger, open: asked, onOpenChange, ...content }: PopoverProps): ReactNode {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const [home, setHome] = useState<HTMLElement | null>(null);
  const [own, setOwn] = useState(false);
  const hang = useCallback((element: HTMLElement | null) => {
    anchor.current = element;
    setHome(element && floatingHome(element));
  }, []);
  const open = asked ?? own;
  const setOpen = (next: boolean): void => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <>
      <Slot.Root
        ref={hang}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </Slot.Root>
      {open &&
        home &&
        createPortal(<Content {...content} id={id} anchor={anchor} onClose={() => setOpen(false)} />, home)}
    </>
  );
}
