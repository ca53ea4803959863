import { useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats, useRefusal, useTenant } from '@tradeyard/app-kit';
import { Button, Field, TextInput, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { PanelPart } from '../../shared/list/side-panel';
import { dayIn, startOfDay } from './calendar-days';
import { typedPrice } from './price-cell';
import { dropLines, putChanges } from './revision-changes';
import type { DiffLine, Revision } from './revision-views';
import { pricesChanged } from './revisions.queries';
import { usePriceLocale, type Lines } from './use-lines';

/** The price of a line and the days it holds, to be mended. */
export function LineEdit({ line, revision, lines }: { line: DiffLine; revision: Revision; lines: Lines }): ReactNode {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { decimalSeparator } = useFormats();
  const locale = usePriceLocale();
  const refusal = useRefusal();
  const client = useQueryClient();
  const { show } = useToast();
  const inZone = dayIn(timeZone);
  const known = {
    price: typedPrice(line.newPrice, decimalSeparator),
    from: line.validFrom ? inZone(line.validFrom) : '',
    to: line.validTo ? inZone(line.validTo) : '',
  };
  const [form, setForm] = useState(known);
  const changed = form.price !== known.price || form.from !== known.from || form.to !== known.to;
  const save = useMutation({
    mutationFn: async () => {
      const moved = form.from !== known.from;
      const { refused } = await putChanges(
        revision,
        [
          {
            productId: line.productId,
            unit: line.unit,
            minQuantity: line.minQuantity,
            action: 'set',
            unitPriceText: form.price,
            ...(!moved && { expects: line.newPrice ?? line.oldPrice }),
            ...(form.from && {
              validFrom: form.from === known.from && line.validFrom ? line.validFrom : startOfDay(form.from, timeZone),
            }),
            ...(form.to && {
              validTo: form.to === known.to && line.validTo ? line.validTo : startOfDay(form.to, timeZone),
            }),
          },
        ],
        locale,
      );
      const [first] = refused;
      if (first) throw new ApiError(422, first.error.code, first.error.message, first.error.details);
      // A price that begins on another day is another line; the one it was goes once the other is there.
      if (moved) await dropLines(revision, [line]);
    },
    onSuccess: () =>
      show({
        message: t('revisions.line.changed', { name: line.name ?? line.sku }),
        ...(form.from === known.from && {
          undo: { label: t('revisions.undo'), onUndo: () => lines.restore.mutate([line]) },
        }),
      }),
    onSettled: () => pricesChanged(client),
  });
  const field = (name: 'from' | 'to'): ReactNode => (
    <Field label={t(name === 'from' ? 'revisions.line.validFrom' : 'revisions.line.validTo')} className="grow">
      <TextInput
        type="date"
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <PanelPart title={t('revisions.line.mend')}>
      <form
        className="col g5"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) save.mutate();
        }}
      >
        <FormProblem>{save.error ? refusal(save.error) : ''}</FormProblem>
        <Field label={t('revisions.line.price')}>
          <TextInput
            numeric
            value={form.price}
            disabled={lines.drop.isPending}
            onChange={(event) => setForm({ ...form, price: event.target.value })}
          />
        </Field>
        <div className="row g4">
          {field('from')}
          {field('to')}
        </div>
        {changed && (
          <div className="row g4">
            <Button type="submit" variant="primary" busy={save.isPending}>
              {t('list.save')}
            </Button>
            <Button onClick={() => setForm(known)}>{t('form.discard')}</Button>
          </div>
        )}
      </form>
    </PanelPart>
  );
}
