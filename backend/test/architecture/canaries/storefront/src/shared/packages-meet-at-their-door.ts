import '../../../design-system/src/button';
