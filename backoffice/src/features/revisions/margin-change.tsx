import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TrafficLight } from '@tradeyard/design-system';
import type { DiffLine } from './revision-views';
import { useLineWords } from './use-line-words';

const shapes = { ok: 'ok', near: 'near', below: 'under' } as const;

/** The margin before and after against its floor; without the right to see costs the light alone, in a word. */
export function MarginChange({ line }: { line: DiffLine }): ReactNode {
  const { t } = useTranslation();
  const { share } = useLineWords();
  const { light, oldMargin, newMargin } = line;
  if (light === 'unknown' && newMargin === null) return <span className="subtle">{t('revisions.light.unknown')}</span>;
  const words = t(`revisions.light.${light}`);
  const figures =
    newMargin === null ? (
      words
    ) : (
      <span>
        {oldMargin !== null && oldMargin !== newMargin && <span className="muted">{share(oldMargin)} → </span>}
        {share(newMargin)}
      </span>
    );
  if (light === 'unknown') return figures;
  return (
    <TrafficLight state={shapes[light]} stateLabel={newMargin === null ? '' : words}>
      {figures}
    </TrafficLight>
  );
}
