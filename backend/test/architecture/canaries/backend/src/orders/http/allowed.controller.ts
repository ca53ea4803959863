import '../infrastructure/reads/order-list.js';
