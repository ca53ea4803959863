import { useSyncExternalStore } from 'react';
import { useUrlState } from '../../shared/list/use-url-state';

const wide = window.matchMedia('(min-width: 1200px)');
const hand = window.matchMedia('(max-width: 899px)');

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

/** Whether the window is a hand's. */
export const useNarrow = (): boolean => useMatch(hand);

export interface SidePanelState {
  open: boolean;
  toggle: () => void;
  close: () => void;
  /** The line that is shown in the panel instead of the revision's facts. */
  line: string | null;
  showLine: (id: string | null) => void;
}

/** What stands beside the diff: the facts where there is room for them, unless somebody closed them; or one line. */
export function useSidePanel(): SidePanelState {
  const url = useUrlState();
  const room = useMatch(wide);
  const asked = url.get('panel');
  const line = url.get('line') || null;
  const facts = asked === 'open' || (asked === '' && room);
  const put = (open: boolean): void =>
    url.set({ panel: open === room ? null : open ? 'open' : 'closed', line: null }, { replace: true });
  return {
    open: facts || line !== null,
    toggle: () => put(!(facts || line !== null)),
    close: () => (line !== null && facts && room ? url.set({ line: null }, { replace: true }) : put(false)),
    line,
    showLine: (id) => url.set({ line: id }, { replace: true }),
  };
}
