import { useEffect, useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, Combobox, Drawer, Field, Segmented, Select, TextInput } from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder } from '../../shared/catalogue.queries';
import { FormProblem } from '../../shared/form/form-problem';
import { readAmount } from '../../shared/form/read-amount';
import { bases, bodyOf, kinds, modes, roundings, untouched, type FormulaForm } from './formula-form';
import { FormulaPreview } from './formula-preview';
import { applyFormula } from './revision-changes';
import type { Revision } from './revision-views';
import { tableChoiceQuery } from './revisions.queries';
import { MOST_UNDONE, useFormula } from './use-formula';
import { usePriceLocale } from './use-lines';

const TYPING = 350;

/** Prices by formula: put together or written down, for a part of the goods, with what comes out of it shown at once. */
export default function FormulaDrawer({
  revision,
  copy,
  onClose,
}: {
  revision: Revision;
  /** Begins with the prices of another table. */
  copy: boolean;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const locale = usePriceLocale();
  const refusal = useRefusal();
  const [form, setForm] = useState<FormulaForm>({ ...untouched, base: copy ? 'table' : 'current' });
  const body = bodyOf(form, readAmount(form.figure.replace(/[%+]/g, ''), decimalSeparator), locale);
  const asked = useSettled(JSON.stringify(body), TYPING);
  const preview = useQuery({
    queryKey: ['prices', 'documents', 'formula', revision.id, asked],
    queryFn: () => applyFormula(revision, { ...(JSON.parse(asked) as NonNullable<typeof body>), preview: true }),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const apply = useFormula(revision, onClose);
  const set = (part: Partial<FormulaForm>): void => setForm((now) => ({ ...now, ...part }));
  const current = asked === JSON.stringify(body) && !preview.isFetching;
  const none = current && preview.data?.changes === 0;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(copy ? 'revisions.ways.copy' : 'revisions.ways.formula')}
      description={t('revisions.numberOf', { number: revision.number, table: revision.table.name })}
      closeLabel={t('list.close')}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button
            variant="primary"
            busy={apply.isPending}
            disabledReason={
              body === null || preview.isError
                ? t('revisions.formula.incomplete')
                : none
                  ? t('revisions.formula.nothing')
                  : undefined
            }
            onClick={() => body && apply.mutate(body)}
          >
            {current && preview.data
              ? t('revisions.formula.doMany', { count: preview.data.changes })
              : t('revisions.formula.do')}
          </Button>
        </>
      }
    >
      <div className="drawer-form">
        <FormProblem>{apply.error ? refusal(apply.error) : ''}</FormProblem>
        <Segmented
          aria-label={t('revisions.formula.by')}
          value={form.by}
          onChange={(by) => set({ by: by as FormulaForm['by'] })}
          items={(['form', 'text'] as const).map((value) => ({ value, label: t(`revisions.formula.bys.${value}`) }))}
        />
        {form.by === 'text' ? (
          <Field
            label={t('revisions.formula.text')}
            hint={t('revisions.formula.textHint')}
            error={preview.isError && body ? refusal(preview.error) : undefined}
          >
            <TextInput
              autoFocus
              spellCheck={false}
              value={form.text}
              maxLength={200}
              placeholder={t('revisions.formula.example')}
              onChange={(event) => set({ text: event.target.value })}
            />
          </Field>
        ) : (
          <div className="formula-parts">
            <Field label={t('revisions.formula.base')}>
              <Select
                items={bases.map((value) => ({ value, label: t(`revisions.formula.bases.${value}`) }))}
                value={form.base}
                onChange={(base) => set({ base: base as FormulaForm['base'] })}
              />
            </Field>
            <Field label={t('revisions.formula.kind')}>
              <Select
                items={kinds.map((value) => ({ value, label: t(`revisions.formula.kinds.${value}`) }))}
                value={form.kind}
                onChange={(kind) => set({ kind: kind as FormulaForm['kind'] })}
              />
            </Field>
            <Field
              label={t('revisions.formula.figure')}
              error={preview.isError && body ? refusal(preview.error) : undefined}
            >
              <TextInput
                numeric
                autoFocus
                value={form.figure}
                suffix={form.kind === 'amount' ? undefined : '%'}
                onChange={(event) => set({ figure: event.target.value })}
              />
            </Field>
          </div>
        )}
        {(form.base === 'table' && form.by === 'form') || (form.by === 'text' && /tab/i.test(form.text)) ? (
          <TableChoice form={form} except={revision.tableId} onChange={set} />
        ) : null}
        <div className="formula-parts">
          <Field label={t('revisions.formula.rounding')}>
            <Select
              items={roundings.map((value) => ({
                value,
                label: value === 'none' ? t('revisions.formula.noRounding') : roundingWords(t, value, decimalSeparator),
              }))}
              value={form.rounding}
              onChange={(rounding) => set({ rounding: rounding as FormulaForm['rounding'] })}
            />
          </Field>
          {form.rounding !== 'none' && (
            <Field label={t('revisions.formula.mode')}>
              <Select
                items={modes.map((value) => ({ value, label: t(`revisions.formula.modes.${value}`) }))}
                value={form.mode}
                onChange={(mode) => set({ mode: mode as FormulaForm['mode'] })}
              />
            </Field>
          )}
        </div>
        <fieldset className="formula-selection">
          <legend>{t('revisions.formula.selection')}</legend>
          <SelectionFields form={form} onChange={set} />
        </fieldset>
        <FormulaPreview
          answer={body ? preview.data : undefined}
          stale={!current}
          busy={body !== null && preview.isFetching}
          mayUndo={(preview.data?.changes ?? 0) + revision.changeCount <= MOST_UNDONE}
        />
      </div>
    </Drawer>
  );
}

const roundingWords = (t: TFunction, rounding: string, mark: string): string => {
  const [step = '', ending] = rounding.split('ending ');
  return ending
    ? t('revisions.formula.ending', { ending: ending.replace('.', mark) })
    : t('revisions.formula.step', { step: step.replace('.', mark) });
};

/** A value once nobody changed it for a while. */
function useSettled(value: string, after: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}

type Part = (part: Partial<FormulaForm>) => void;

function TableChoice({ form, except, onChange }: { form: FormulaForm; except: string; onChange: Part }): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const tables = useQuery(tableChoiceQuery(search));
  return (
    <Field label={t('revisions.formula.table')} required>
      <Combobox
        items={(tables.data ?? [])
          .filter(({ id }) => id !== except)
          .map(({ id, name, companyName }) => ({
            value: id,
            label: name,
            detail: companyName !== name ? (companyName ?? undefined) : undefined,
          }))}
        value={form.tableId}
        valueLabel={form.tableName}
        onChange={(tableId, item) => onChange({ tableId, tableName: item?.label ?? '' })}
        onSearch={setSearch}
        loading={tables.isFetching}
        labels={{
          list: t('revisions.formula.table'),
          empty: t('revisions.begin.noTable'),
          loading: t('revisions.reading'),
        }}
      />
    </Field>
  );
}

function SelectionFields({ form, onChange }: { form: FormulaForm; onChange: Part }): ReactNode {
  const { t } = useTranslation();
  const categories = useQuery(categoriesQuery).data ?? [];
  return (
    <div className="formula-parts">
      <Field label={t('revisions.formula.category')}>
        <Combobox
          items={inTreeOrder(categories).map(({ slug, name, depth }) => ({
            value: slug,
            label: `${'\u2003'.repeat(depth)}${name}`,
          }))}
          value={form.category || null}
          onChange={(slug) => onChange({ category: slug ?? '' })}
          placeholder={t('revisions.formula.everyCategory')}
          labels={{
            list: t('revisions.formula.category'),
            empty: t('revisions.formula.noCategory'),
            clear: t('revisions.formula.everyCategory'),
          }}
        />
      </Field>
      <Field label={t('revisions.formula.brands')} hint={t('revisions.formula.brandsHint')}>
        <TextInput value={form.brands} onChange={(event) => onChange({ brands: event.target.value })} />
      </Field>
      <Field label={t('revisions.formula.search')}>
        <TextInput value={form.search} maxLength={200} onChange={(event) => onChange({ search: event.target.value })} />
      </Field>
      <Field label={t('revisions.formula.only')}>
        <Select
          items={(['', 'override', 'changed'] as const).map((value) => ({
            value,
            label: t(`revisions.formula.onlys.${value || 'all'}`),
          }))}
          value={form.only}
          onChange={(only) => onChange({ only: only as FormulaForm['only'] })}
        />
      </Field>
    </div>
  );
}
