import '../../storefront/src/shared/price-text';
