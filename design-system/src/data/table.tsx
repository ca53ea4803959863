import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from '../class-names';

export interface TableProps extends ComponentProps<'table'> {
  /** Names the table for screen readers. */
  caption: string;
  /** No grey head and no hover. */
  plain?: boolean;
  /** Rows of one line with the density's row height. */
  fixedRows?: boolean;
}

/** A table with figures in line; put it in a TableScroll where it may be wider than the page. */
export function Table({ caption, plain, fixedRows, className, children, ...rest }: TableProps): ReactNode {
  return (
    <table {...rest} className={classNames('tbl', plain && 'tbl--plain', fixedRows && 'compact-cells', className)}>
      <caption className="sr">{caption}</caption>
      {children}
    </table>
  );
}

/** A box that scrolls a wide table; while it does, the keyboard can reach and scroll it. */
export function TableScroll({
  label,
  framed,
  className,
  children,
  ...rest
}: ComponentProps<'div'> & { label: string; framed?: boolean }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    );
    watch.observe(element);
    if (element.firstElementChild) watch.observe(element.firstElementChild);
    return () => watch.disconnect();
  }, []);
  const region = scrolls ? { role: 'region', tabIndex: 0, 'aria-label': label } : {};
  return (
    <div {...rest} {...region} ref={box} className={classNames('tbl-scroll', framed && 'tbl-frame', className)}>
      {children}
    </div>
  );
}

export interface ThProps extends Omit<ComponentProps<'th'>, 'aria-sort'> {
  num?: boolean;
  /** How the rows stand by this column; absent: it cannot sort. */
  sort?: 'ascending' | 'descending' | 'none';
  onSort?: (event: React.MouseEvent) => void;
}

/** A column's head; with `sort` it is a button that says which way the rows stand. */
export function Th({ num, sort, onSort, className, children, ...rest }: ThProps): ReactNode {
  const Arrow = sort === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" {...rest} className={classNames(num && 'num', className)} aria-sort={sort}>
      {sort ? (
        <button type="button" className="sort-button" onClick={onSort}>
          {children}
          <Arrow className="i" />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** A cell; `num` puts figures to the right. */
export function Td({ num, className, ...rest }: ComponentProps<'td'> & { num?: boolean }): ReactNode {
  return <td {...rest} className={classNames(num && 'num', className)} />;
}

/** A body row: `current` has the keyboard, `selected` is ticked; both can be true. */
export function Row({
  current,
  selected,
  ...rest
}: ComponentProps<'tr'> & { current?: boolean; selected?: boolean }): ReactNode {
  return (
    <tr
      {...rest}
      data-current={current || undefined}
      data-selected={selected || undefined}
      aria-selected={rest.role === 'row' ? selected : undefined}
    />
  );
}
