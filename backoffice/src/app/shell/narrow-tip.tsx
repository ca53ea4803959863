import { useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { Tooltip } from '@tradeyard/design-system';

const narrow = matchMedia('(max-width: 1199px)');
const watch = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** Names an icon while the side bar is too narrow for words. */
export function NarrowTip({ text, children }: { text: string; children: ReactElement }): ReactNode {
  const iconsOnly = useSyncExternalStore(watch, () => narrow.matches);
  return iconsOnly ? (
    <Tooltip text={text} side="right" describes={false}>
      {children}
    </Tooltip>
  ) : (
    children
  );
}
