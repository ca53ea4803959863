import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from '@tradeyard/design-system';
import { useTenant } from './tenant';

let pagesShown = 0;

/** The one heading of a page. It names the window, and takes the focus when the page was reached from another. */
export function PageTitle({
  name,
  className,
  children,
}: {
  /** For the window; the heading's own text. */
  name: string;
  className?: string;
  children?: ReactNode;
}): ReactNode {
  const tenant = useTenant();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${name} · ${tenant.name}`;
  }, [name, tenant.name]);
  useEffect(() => {
    if (pagesShown > 0) heading.current?.focus({ preventScroll: true });
    pagesShown += 1;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={classNames('page-title', className)}>
      {children ?? name}
    </h1>
  );
}
