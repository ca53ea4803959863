import '../../../backend/src/catalog/index';
