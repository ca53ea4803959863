import type { ReactNode } from 'react';
import { Tooltip as Radix } from 'radix-ui';
import { Kbd } from '../display/kbd';

export interface TooltipProps {
  text: string;
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}

/** Shows a short text on hover and on focus; never the only place of a fact. */
export function Tooltip({ text, shortcut, side = 'top', children }: TooltipProps): ReactNode {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className="tip" side={side} sideOffset={6} collisionPadding={8}>
            {text}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
