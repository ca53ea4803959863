import './catalog/application/catalog.js';
