import { useState } from 'react';

const FIELDS = 'input:not([type="hidden"], :disabled), textarea:not(:disabled), [role="combobox"]:not(:disabled)';

/** Begins a form at its first field rather than at the button that closes it; a checked choice before the others. */
export function focusFirstField(event: Event): void {
  if (!(event.target instanceof Element)) return;
  const first = event.target.querySelector<HTMLInputElement>(FIELDS);
  // On a touch screen the keys would come up over what there is to read.
  if (!first || matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  const chosen = first.type === 'radio' ? event.target.querySelector<HTMLElement>('input[type="radio"]:checked') : null;
  (chosen ?? first).focus();
}

/** What has the keyboard; for a menu, which is about to go, the button that opened it. */
function keyboardAt(): Element | null {
  const at = document.activeElement;
  const menu = at?.closest('[role="menu"]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : at;
}

/**
 * For a layer without a trigger of its own: when it closes, gives the focus back to what had it when it opened, or to
 * the page's heading when that is gone. Whatever took the focus meanwhile keeps it.
 */
export function useFocusBack(open: boolean): (event: Event) => void {
  const [opened, setOpened] = useState(() => ({ open, from: open ? keyboardAt() : null }));
  // While it is drawn for the first time nothing of it has the focus yet.
  if (opened.open !== open) setOpened({ open, from: open ? keyboardAt() : opened.from });
  return (event) => {
    event.preventDefault();
    if (document.activeElement && document.activeElement !== document.body) return;
    const { from } = opened;
    const heading = document.querySelector('main h1[tabindex]');
    for (const element of [from, heading]) {
      if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) continue;
      element.focus({ preventScroll: true });
      return;
    }
  };
}
