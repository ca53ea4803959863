import { byFeature } from './by-feature';

export default byFeature(import.meta.glob<object>('./pt-BR/*.json', { eager: true, import: 'default' }));
