import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { PageKeys } from '../../shared/list/page-frame';
import type { EditQueue } from './edit-queue';

/** The grid's shortcuts, what its looks mean, and whether everything is saved. */
export function GridKeys({
  edits,
  why,
}: {
  /** Null: this person edits nothing. */
  edits: Pick<EditQueue, 'saving' | 'savedAt' | 'unsaved'> | null;
  why: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  return (
    <>
      <PageKeys
        items={[
          ...(edits
            ? [
                { keys: ['Enter'], text: t('prices.keys.edit') },
                { keys: ['Ctrl', 'D'], text: t('prices.keys.fill') },
                { keys: ['Del'], text: t('prices.keys.inherit') },
                { keys: ['Ctrl', 'Z'], text: t('prices.undo') },
              ]
            : []),
          ...(why ? [{ keys: ['Alt', 'Enter'], text: t('prices.why') }] : []),
        ]}
        end={
          <span className="legend">
            <span>
              <i />
              {t('prices.legend.own')}
            </span>
            <span>
              <i className="pending" />
              {t('prices.legend.pending')}
            </span>
            <span className="subtle">{t('prices.legend.inherited')}</span>
            {edits && (
              <b role="status">
                {edits.saving
                  ? t('prices.saving')
                  : edits.unsaved > 0
                    ? t('prices.notSaved', { count: edits.unsaved })
                    : edits.savedAt !== null &&
                      t('prices.saved', { time: time(new Date(edits.savedAt).toISOString()) })}
              </b>
            )}
          </span>
        }
      />
      <span id="price-grid-keys" hidden>
        {t('prices.keys.leave')}
      </span>
    </>
  );
}
