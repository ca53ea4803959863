import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import type { CellLook } from './cell';
import type { Held } from './edit-queue';
import { usePriceFormats } from './use-price-formats';

/** Everything cells say; one object for as long as language and store are the same, so that cells need not ask. */
export interface CellWords {
  figure: (price: string) => string;
  percent: (tenths: number) => string;
  noPrice: string;
  noCost: string;
  fresh: string;
  inherits: string;
  why: string;
  near: string;
  below: string;
  tierMark: (count: number) => string;
  tiers: (count: number) => string;
  kind: (look: CellLook) => string;
  priceOf: (product: string, table: string) => string;
  /** Why an edit is not in its draft yet; empty while it is merely on its way. */
  trouble: (held: Held) => string;
}

/** The words of cells. */
export function useCellWords(): CellWords {
  const { t, i18n } = useTranslation();
  const { figure, percent } = usePriceFormats();
  const { dateTime } = useFormats();
  const refusal = useRefusal();
  return useMemo(() => {
    const noPrice = t('prices.noPrice');
    const said = (price: string | null): string => (price === null ? noPrice : figure(price));
    return {
      figure,
      percent,
      noPrice,
      noCost: t('prices.noCost'),
      fresh: t('prices.new'),
      inherits: t('prices.inherits'),
      why: t('prices.why'),
      near: t('prices.light.near'),
      below: t('prices.light.below'),
      tierMark: (count) => t('prices.tierMark', { count }),
      tiers: (count) => t('prices.furtherTiers', { count }),
      kind: ({ kind, price, live }) => t(`prices.kinds.${kind}`, { price: said(price), live: said(live) }),
      priceOf: (product, table) => t('prices.priceOf', { product, table }),
      trouble: ({ state, refusal: refused, theirs }) => {
        if (state === 'failed') return t('prices.trouble.failed');
        if (theirs) {
          const facts = { by: theirs.by ?? t('prices.trouble.somebody'), price: said(theirs.price) };
          return theirs.at
            ? t('prices.trouble.theirsAt', { ...facts, at: dateTime(theirs.at) })
            : t('prices.trouble.theirs', facts);
        }
        return refused ? refusal(new ApiError(422, refused.code, refused.message, refused.details)) : '';
      },
    };
    // `refusal` and the formats follow the language and the store.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, i18n.language, figure, percent, dateTime]);
}
