import type { ReactNode } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { pagesToShow } from './pages';
import { isPlainClick } from './tabs';

export interface PaginationProps {
  page: number;
  pageCount: number;
  /** The address of a page, so that it opens in a new tab too. */
  href: (page: number) => string;
  onNavigate?: (page: number) => void;
  labels: { nav: string; previous: string; next: string; page: (page: number) => string };
}

/** Pages of a list as real links; a plain click goes to `onNavigate`. Nothing when there is one page. */
export function Pagination({ page, pageCount, href, onNavigate, labels }: PaginationProps): ReactNode {
  if (pageCount < 2) return null;
  const link = (to: number, name: string, content: ReactNode): ReactNode => (
    <a
      key={name}
      href={href(to)}
      aria-label={name}
      aria-current={to === page ? 'page' : undefined}
      onClick={(event) => {
        if (!onNavigate || !isPlainClick(event)) return;
        event.preventDefault();
        onNavigate(to);
      }}
    >
      {content}
    </a>
  );
  const edge = (to: number, name: string, icon: ReactNode): ReactNode =>
    to < 1 || to > pageCount ? (
      <span role="link" aria-disabled="true" aria-label={name}>
        {icon}
      </span>
    ) : (
      link(to, name, icon)
    );
  return (
    <nav className="pager" aria-label={labels.nav}>
      {edge(page - 1, labels.previous, <ChevronLeft className="i" />)}
      {pagesToShow(page, pageCount).map((each, index) =>
        each === null ? (
          <span key={`gap${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          link(each, labels.page(each), each)
        ),
      )}
      {edge(page + 1, labels.next, <ChevronRight className="i" />)}
    </nav>
  );
}
