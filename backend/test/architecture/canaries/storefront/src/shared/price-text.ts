import '../../../design-system/src/index';
