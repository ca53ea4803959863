import { useCallback } from 'react';
import { useHref, useLocation, useSearchParams } from 'react-router-dom';

export type UrlChange = Record<string, string | readonly string[] | null | undefined>;

export interface UrlState {
  get(name: string): string;
  all(name: string): string[];
  /** Changes what is named and keeps the rest; an empty value is left out. `replace` adds no step to Back. */
  set(change: UrlChange, options?: { replace?: boolean }): void;
  readonly params: URLSearchParams;
}

/** Search parameters with a change made; equal states have equal addresses. */
export function withChange(params: URLSearchParams, change: UrlChange): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    for (const each of Array.isArray(value) ? value : [value]) if (each) next.append(name, String(each));
  }
  return next;
}

/** Filters, sort, view and selection as the address holds them. */
export function useUrlState(): UrlState {
  const [params, setParams] = useSearchParams();
  const here = useHref(useLocation().pathname);
  const set = useCallback(
    (change: UrlChange, { replace = false } = {}) => {
      // The address is ahead of what was drawn last: a change right after another must not undo it,
      // and one that comes late must not call back who has gone to another screen.
      if (window.location.pathname !== here) return;
      setParams(() => withChange(new URLSearchParams(window.location.search), change), { replace });
    },
    [setParams, here],
  );
  return { get: (name) => params.get(name) ?? '', all: (name) => params.getAll(name), set, params };
}

/** The record shown beside a list: opening it is a step that Back undoes, moving to another is not. */
export function useSelected(name = 'selected'): {
  id: string | null;
  open: (id: string) => void;
  close: () => void;
} {
  const { get, set } = useUrlState();
  const id = get(name) || null;
  return {
    id,
    open: (next) => next !== id && set({ [name]: next }, { replace: id !== null }),
    close: () => set({ [name]: null }, { replace: true }),
  };
}
