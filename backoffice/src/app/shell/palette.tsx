import { useEffect, useState, type ReactNode } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { CommandPalette, type CommandGroup } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import { paletteSources } from '../palette-sources';
import { screens } from '../screens';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Ctrl K: jump to a screen, or to an order, a product or a company by what it is called. */
export default function Palette({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState('');
  const wanted = query.trim();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), 200);
    return () => clearTimeout(timer);
  }, [wanted]);

  const sources = paletteSources.filter(({ permission }) => may(permission));
  const searching = open && asked.length >= 2;
  const results = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['palette', source.id, asked],
      queryFn: () => source.search(asked),
      enabled: searching,
    })),
  });
  const words = plain(wanted).split(/\s+/);
  const jumps = screens.filter(
    ({ nav, permission }) => nav && may(permission) && words.every((word) => plain(t(nav.labelKey)).includes(word)),
  );
  const groups: CommandGroup[] = [
    {
      heading: t('palette.goTo'),
      items: jumps.map(({ path, nav }) => ({
        id: path,
        label: nav && t(nav.labelKey),
        icon: nav?.icon,
        shortcut: nav?.key ? ['G', nav.key.toUpperCase()] : undefined,
        onSelect: () => void navigate(`/${path}`),
      })),
    },
    ...sources.map((source, index) => ({
      heading: t(source.headingKey),
      items: (searching ? (results[index]?.data ?? []) : []).map((found) => ({
        id: `${source.id}-${found.id}`,
        label: found.label,
        detail: found.detail,
        icon: source.icon,
        onSelect: () => void navigate(found.to),
      })),
    })),
  ];
  return (
    <CommandPalette
      open={open}
      onOpenChange={(on) => {
        if (!on) setQuery('');
        onOpenChange(on);
      }}
      groups={groups}
      query={query}
      onSearch={setQuery}
      placeholder={t('palette.placeholder')}
      loading={wanted.length >= 2 && (wanted !== asked || results.some(({ isFetching }) => isFetching))}
      labels={{
        title: t('palette.title'),
        empty: t('palette.empty'),
        loading: t('palette.loading'),
        results: (count) => t('palette.results', { count }),
      }}
    />
  );
}
