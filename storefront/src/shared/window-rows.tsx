import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';

const ALL_UP_TO = 100;

/** Rows of a long list: beyond a hundred only those near the screen are drawn, in a box as high as all of them. */
export function WindowRows<Item>({
  items,
  keyOf,
  height,
  children,
}: {
  items: readonly Item[];
  keyOf: (item: Item) => string | number;
  /** About how high one row is. */
  height: number;
  children: (item: Item, index: number) => ReactNode;
}): ReactNode {
  if (items.length <= ALL_UP_TO) return items.map(children);
  return (
    <Windowed items={items} keyOf={keyOf} height={height}>
      {children}
    </Windowed>
  );
}

function Windowed<Item>({
  items,
  keyOf,
  height,
  children,
}: {
  items: readonly Item[];
  keyOf: (item: Item) => string | number;
  height: number;
  children: (item: Item, index: number) => ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    setAbove((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
    scrollMargin: above,
  });
  return (
    <div ref={box} role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            role="presentation"
            style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - above}px)` }}
          >
            {children(item, index)}
          </div>
        );
      })}
    </div>
  );
}
