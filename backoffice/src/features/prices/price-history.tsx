export { PriceHistory, type PriceHistoryProps } from '../../shared/explain/price-history';
