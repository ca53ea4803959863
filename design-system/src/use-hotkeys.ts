import { useEffect, useRef } from 'react';

const SWITCH_KEY = 'tradeyard.letter-keys';

/** Key names to actions: "j", "?", "Escape", "shift+x", "mod+k" (Ctrl or ⌘), "g o" (one after the other). */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

/** Whether single-letter shortcuts are on in this browser; they are until somebody switches them off. */
export function letterKeysEnabled(): boolean {
  try {
    return localStorage.getItem(SWITCH_KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single-letter shortcuts on or off for this browser; combinations with Ctrl or ⌘ and Escape keep working. */
export function setLetterKeysEnabled(on: boolean): void {
  try {
    localStorage.setItem(SWITCH_KEY, on ? 'on' : 'off');
  } catch {
    // Storage may be forbidden; shortcuts then stay as they are.
  }
}

function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(target.type);
  return target.matches(
    'textarea, select, [role="combobox"], [role="menu"] *, [role="listbox"] *, [role="menu"], [role="listbox"]',
  );
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const letter = /^[a-z]$/.test(key);
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.shiftKey && (letter || key.length > 1) ? 'shift+' : ''}${key}`;
}

/**
 * Runs the action of a pressed key. Single keys act only when no field, menu or dialog has the keyboard and when they
 * are switched on; "mod+" combinations always act. A handled key does nothing else.
 */
export function useHotkeys(
  keys: Hotkeys,
  { enabled = true, inDialog = false }: { enabled?: boolean; inDialog?: boolean } = {},
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    let first: { key: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = nameOf(event);
      const free = name.startsWith('mod+') || (!inField(event.target) && (name === 'Escape' || letterKeysEnabled()));
      if (!free) return;
      if (
        !inDialog &&
        !name.startsWith('mod+') &&
        document.querySelector('[role="dialog"][data-modal], [role="alertdialog"]')
      )
        return;
      const pair = first && event.timeStamp - first.at < 1200 ? `${first.key} ${name}` : null;
      first = null;
      const action = (pair && latest.current[pair]) || latest.current[name];
      if (action) {
        event.preventDefault();
        action(event);
      } else if (Object.keys(latest.current).some((each) => each.startsWith(`${name} `))) {
        first = { key: name, at: event.timeStamp };
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled, inDialog]);
}
