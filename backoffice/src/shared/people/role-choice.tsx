import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@tradeyard/design-system';
import type { Role } from './people.queries';

/** Which roles somebody has, as boxes to tick; `error` stands below them. */
export function RoleChoice({
  roles,
  chosen,
  onChange,
  error,
}: {
  roles: readonly Role[];
  /** Ids. */
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string;
}): ReactNode {
  const { t } = useTranslation();
  const errorId = useId();
  return (
    <fieldset className="field" aria-describedby={error ? errorId : undefined}>
      <legend className="font-semibold mb-1">{t('people.roles')}</legend>
      <div className="col g2">
        {roles.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
        ))}
      </div>
      {error && (
        <span className="err" id={errorId} role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
