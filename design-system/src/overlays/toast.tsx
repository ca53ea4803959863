import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { Kbd } from '../display/kbd';
import { useHotkeys } from '../use-hotkeys';
import type { IconType } from '../icon';

const STAYS_FOR = 8000;

export interface ToastMessage {
  message: ReactNode;
  icon?: IconType;
  undo?: { label: string; onUndo: () => void };
}

interface Toasts {
  /** Shows a message in place of the one before; it leaves after eight seconds that nobody points at it. */
  show: (toast: ToastMessage) => void;
  dismiss: () => void;
}

const ToastContext = createContext<Toasts | null>(null);

/** Holds the one toast of the app; put it around the routes. `label` names the region. */
export function ToastProvider({ label, children }: { label: string; children: ReactNode }): ReactNode {
  const [toast, setToast] = useState<(ToastMessage & { id: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const count = useRef(0);
  const dismiss = useCallback(() => {
    setToast(null);
    setHeld(false);
  }, []);
  const show = useCallback((next: ToastMessage) => {
    count.current += 1;
    setToast({ ...next, id: count.current });
  }, []);
  const toasts = useMemo(() => ({ show, dismiss }), [show, dismiss]);

  const id = toast?.id;
  useEffect(() => {
    if (id === undefined || held) return;
    const timer = setTimeout(dismiss, STAYS_FOR);
    return () => clearTimeout(timer);
  }, [id, held, dismiss]);

  const undo = (): void => {
    // First away with this one: undoing may show the next.
    dismiss();
    toast?.undo?.onUndo();
  };
  useHotkeys({ z: undo }, { enabled: Boolean(toast?.undo) });

  const Icon = toast?.icon ?? Check;
  return (
    <ToastContext value={toasts}>
      {children}
      <section
        className="toasts"
        aria-label={label}
        aria-live="polite"
        aria-atomic="true"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {toast && (
          <div className="toast" key={toast.id}>
            <Icon className="i" />
            <span className="grow">{toast.message}</span>
            {toast.undo && (
              <button type="button" onClick={undo}>
                {toast.undo.label} <Kbd>Z</Kbd>
              </button>
            )}
          </div>
        )}
      </section>
    </ToastContext>
  );
}

/** The app's toasts; must be called under a ToastProvider. */
export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToast needs a ToastProvider above it');
  return toasts;
}
