import type { ReactNode } from 'react';

/** One key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }): ReactNode {
  return <kbd className="kbd">{children}</kbd>;
}

export interface KeyBarItem {
  keys: readonly string[];
  text: string;
}

/** The strip of shortcuts at the bottom of a screen; `end` sits at its right edge. */
export function KeyBar({
  items,
  label,
  end,
}: {
  items: readonly KeyBarItem[];
  label: string;
  end?: ReactNode;
}): ReactNode {
  return (
    <ul className="keys" aria-label={label}>
      {items.map((item) => (
        <li key={item.text}>
          <span className="inline-flex gap-[3px]">
            {item.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
          {item.text}
        </li>
      ))}
      {end && <li className="end">{end}</li>}
    </ul>
  );
}
