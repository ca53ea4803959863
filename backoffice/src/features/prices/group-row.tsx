import { memo, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Group } from './outline';

/** The name of a group's head in the page. */
export const headId = (slug: string): string => `price-group-${slug}`;

/** How many of a category's products are shown, and how many it has where those are more. */
export function GroupCount({ group: { count, all } }: { group: Group }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="muted">
      {all > count ? t('prices.groups.of', { shown: count, count: all }) : t('prices.groups.all', { count })}
    </span>
  );
}

/** The head of a category's rows, which folds them away and back. */
export const GroupRow = memo(function GroupRow({
  group,
  folded,
  top,
  width,
  room,
  columns,
  first,
  onFold,
  onKey,
}: {
  group: Group;
  folded: boolean;
  top: number;
  width: number;
  /** How much of the width is in sight. */
  room: number;
  /** How many columns it stands above. */
  columns: number;
  /** Tab leads to this one, arrows to the others. */
  first: boolean;
  onFold: (slug: string) => void;
  onKey: (event: KeyboardEvent, group: Group, folded: boolean) => void;
}): ReactNode {
  return (
    <div className="pg-group" role="row" style={{ top, width }}>
      <span role="gridcell" aria-colindex={1} aria-colspan={columns} style={{ width: room || '100%' }}>
        <button
          type="button"
          id={headId(group.slug)}
          aria-expanded={!folded}
          tabIndex={first ? 0 : -1}
          onClick={() => onFold(group.slug)}
          onKeyDown={(event) => onKey(event, group, folded)}
        >
          {folded ? <ChevronRight className="i" /> : <ChevronDown className="i" />}
          <b className="ell">{group.name}</b>
          <GroupCount group={group} />
        </button>
      </span>
    </div>
  );
});
