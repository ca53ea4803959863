import { useState, type FormEvent, type ReactNode } from 'react';
import { ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Checkbox, classNames, Field, TextInput } from '@tradeyard/design-system';
import type { Category, Facets } from '../../shared/views';
import { railOf } from './category-rail';
import { changed, toggled, toggledAttribute, writeView, type CatalogueView } from './catalogue-url';

const SHOWN_AT_FIRST = 6;

/** Everything the list can be narrowed by, with how many products each choice has. */
export function Filters({
  view,
  categories,
  facets,
  onChange,
}: {
  view: CatalogueView;
  categories: readonly Category[];
  facets: Facets | undefined;
  onChange: (view: CatalogueView) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const hrefOf = (category: string | null): string =>
    `/?${writeView(changed(view, { category, attributes: {} })).toString()}`;
  return (
    <>
      <section aria-label={t('catalogue.categories')}>
        <ul>
          {view.category && (
            <li>
              <Link to={hrefOf(null)}>{t('shell.allProducts')}</Link>
            </li>
          )}
          {railOf(categories, view.category).map((item) => (
            <li key={item.slug} className={classNames(item.depth === 1 && 'tree', item.current && 'on')}>
              <Link to={hrefOf(item.slug)} aria-current={item.current ? 'true' : undefined}>
                {item.name}
                <span className="n">{quantity(String(item.count))}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {facets && (
        <>
          <Group title={t('catalogue.availability')}>
            <ul>
              <Choice
                label={t('catalogue.inStock')}
                count={facets.availability.inStock}
                on={view.inStock}
                onChange={() => onChange(changed(view, { inStock: !view.inStock }))}
              />
            </ul>
          </Group>
          <PriceRange key={`${view.priceMin}-${view.priceMax}`} view={view} onChange={onChange} />
          {facets.brand.length > 0 && (
            <Group title={t('catalogue.brand')}>
              <Choices
                values={facets.brand}
                chosen={view.brands}
                onToggle={(value) => onChange(changed(view, { brands: toggled(view.brands, value) }))}
              />
            </Group>
          )}
          {facets.attributes.map(({ name, values }) => (
            <Group key={name} title={name}>
              <Choices
                values={values}
                chosen={view.attributes[name] ?? []}
                onToggle={(value) => onChange(changed(view, { attributes: toggledAttribute(view, name, value) }))}
              />
            </Group>
          ))}
        </>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(true);
  return (
    <section>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
          <ChevronUp className={classNames('i i-sm', !open && 'rotate-180')} />
        </button>
      </h2>
      {open && children}
    </section>
  );
}

function Choices({
  values,
  chosen,
  onToggle,
}: {
  values: readonly { value: string; count: number }[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = values.filter(({ value }, index) => all || index < SHOWN_AT_FIRST || chosen.includes(value));
  const gone = chosen.filter((value) => !values.some((each) => each.value === value));
  const hidden = values.length - shown.length;
  return (
    <>
      <ul>
        {[...gone.map((value) => ({ value, count: 0 })), ...shown].map(({ value, count }) => (
          <Choice
            key={value}
            label={value}
            count={count}
            on={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {t('catalogue.more', { count: hidden })}
        </button>
      )}
    </>
  );
}

function Choice({
  label,
  count,
  on,
  onChange,
}: {
  label: string;
  count: number;
  on: boolean;
  onChange: () => void;
}): ReactNode {
  const { quantity } = useFormats();
  return (
    <li className={on ? 'on' : undefined}>
      <Checkbox checked={on} onChange={onChange} label={label} detail={quantity(String(count))} className="grow" />
    </li>
  );
}

function PriceRange({ view, onChange }: { view: CatalogueView; onChange: (view: CatalogueView) => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const written = (amount: string): string => amount.replace('.', decimalSeparator);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = (name: string): string => {
      const text = String(form.get(name) ?? '')
        .trim()
        .replace(',', '.');
      return /^\d{1,9}(\.\d{1,4})?$/.test(text) ? text : '';
    };
    onChange(changed(view, { priceMin: amount('min'), priceMax: amount('max') }));
  };
  return (
    <Group title={t('catalogue.price')}>
      <form className="price-range" onSubmit={submit}>
        <Field label={t('catalogue.from')} hideLabel>
          <TextInput
            size="sm"
            name="min"
            numeric
            placeholder={t('catalogue.from')}
            defaultValue={written(view.priceMin)}
          />
        </Field>
        <Field label={t('catalogue.to')} hideLabel>
          <TextInput
            size="sm"
            name="max"
            numeric
            placeholder={t('catalogue.to')}
            defaultValue={written(view.priceMax)}
          />
        </Field>
        <Button size="sm" type="submit">
          {t('catalogue.apply')}
        </Button>
      </form>
    </Group>
  );
}
