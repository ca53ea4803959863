import '../../api-client/src/index';
