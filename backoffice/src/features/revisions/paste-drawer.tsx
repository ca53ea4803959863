import { useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ClipboardPaste } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Drawer, Field, TextArea, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { lineOf, readPasted, type Pasted } from './pasted-lines';
import { PastedTable } from './pasted-table';
import { putChanges } from './revision-changes';
import type { Revision } from './revision-views';
import { pricesChanged } from './revisions.queries';
import { usePriceLocale } from './use-lines';

/**
 * Prices pasted from a spreadsheet or a mail: their columns are recognised and can be corrected; what is refused stays
 * beside the reason, to be mended and sent again, and nothing that was pasted is lost.
 */
export default function PasteDrawer({ revision, onClose }: { revision: Revision; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refusal = useRefusal();
  const { show } = useToast();
  const locale = usePriceLocale();
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<Pasted>({ lines: [], roles: [] });
  const [refused, setRefused] = useState<ReadonlyMap<number, string>>(new Map());
  const { lines, roles } = pasted;
  const missing = (['sku', 'price'] as const).filter((role) => !roles.includes(role));

  const read = (next: string): void => {
    setText(next);
    setPasted(readPasted(next));
    setRefused(new Map());
  };
  const send = useMutation({
    mutationFn: () => {
      const changes = lines.map((cells) => {
        const { sku, price, unit, minimum } = lineOf(cells, roles);
        return {
          sku,
          action: 'set' as const,
          unitPriceText: price,
          ...(unit && { unit }),
          ...(minimum && { minQuantity: minimum.replace(/[^\d.,]/g, '').replace(',', '.') }),
        };
      });
      return putChanges(revision, changes, locale);
    },
    onSuccess: (answer) => {
      if (answer.accepted > 0) {
        show({ message: t('revisions.paste.done', { count: answer.accepted }) });
        void pricesChanged(client);
      }
      if (answer.refused.length === 0) return onClose();
      // What went in leaves the list; what did not stays with its reason.
      const left = answer.refused.map(({ index }) => lines[index] ?? []);
      setPasted({ lines: left, roles });
      setText(left.map((cells) => cells.join('\t')).join('\n'));
      setRefused(
        new Map(
          answer.refused.map(({ error: { code, message, details } }, at) => [
            at,
            refusal(new ApiError(422, code, message, details)),
          ]),
        ),
      );
    },
  });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.ways.paste')}
      description={t('revisions.numberOf', { number: revision.number, table: revision.table.name })}
      closeLabel={t('list.close')}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button
            variant="primary"
            busy={send.isPending}
            disabledReason={
              lines.length === 0
                ? t('revisions.paste.empty')
                : missing.length > 0
                  ? t('revisions.paste.missing', {
                      columns: missing.map((role) => t(`revisions.paste.roles.${role}`)).join(', '),
                    })
                  : undefined
            }
            onClick={() => send.mutate()}
          >
            {t('revisions.paste.do', { count: lines.length })}
          </Button>
        </>
      }
    >
      <div className="drawer-form">
        <FormProblem>{send.error ? refusal(send.error) : ''}</FormProblem>
        {refused.size > 0 && (
          <Alert meaning="danger" assertive title={t('revisions.paste.refused', { count: refused.size })}>
            {t('revisions.paste.refusedText')}
          </Alert>
        )}
        <Field label={t('revisions.paste.text')} hint={t('revisions.paste.hint')}>
          <TextArea
            autoFocus
            rows={lines.length > 0 ? 4 : 10}
            spellCheck={false}
            className="paste-text"
            value={text}
            onChange={(event) => read(event.target.value)}
          />
        </Field>
        {lines.length > 0 ? (
          <PastedTable
            pasted={pasted}
            refused={refused}
            onRoles={(next) => setPasted({ lines, roles: next })}
            onCell={(row, column, cell) => {
              const next = lines.map((cells, at) =>
                at === row ? cells.map((each, index) => (index === column ? cell : each)) : cells,
              );
              setPasted({ lines: next, roles });
              setText(next.map((cells) => cells.join('\t')).join('\n'));
            }}
          />
        ) : (
          <p className="muted row g3">
            <ClipboardPaste className="i" />
            {t('revisions.paste.example')}
          </p>
        )}
      </div>
    </Drawer>
  );
}
