import '../../design-system/src/index';
import '../../api-client/src/index';
export const kit = 1;
