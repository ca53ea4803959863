import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const focused = ['only', 'skip', 'todo', 'fixme'].flatMap((property) =>
  ['describe', 'it', 'test'].map((object) => ({ object, property, message: 'Every test runs.' })),
);
const noFindUnique = {
  selector: 'CallExpression[callee.property.name=/^findUnique/]',
  message: 'Prisma batches findUnique of one tick into one query, across tenants; use findFirst.',
};
// Words between tags, and in the attributes that people read or hear; codes in capitals are the same in every language.
const literalText = {
  selector: 'JSXText[value=/\\p{Ll}/u]',
  message: 'What people read comes from the translations.',
};
const literalAttribute = {
  selector:
    'JSXAttribute[name.name=/^(alt|title|placeholder|label|aria-label|aria-description|aria-placeholder|heading|hint)$/] > Literal[value=/\\p{Ll}/u]',
  message: 'What people read comes from the translations.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/.cache/',
      '**/.data/',
      '**/test-results/',
      'api-client/src/schema.d.ts',
      'backend/src/openapi.metadata.ts',
      'backend/src/shared/infrastructure/prisma/',
      'backend/test/architecture/canaries/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['backend/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      'no-console': 'error',
      'no-restricted-properties': ['error', ...focused],
      'no-restricted-syntax': ['error', noFindUnique],
    },
  },
  {
    files: ['backend/**/*.spec.ts', 'backend/test/**/*.ts'],
    rules: {
      // A double of an asynchronous port has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // What Jest's asymmetric matchers return is `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: [
      '{storefront,backoffice,app-kit,design-system,api-client,e2e}/**/*.{ts,tsx}',
      'prisma/**/*.ts',
      'prisma.config.ts',
    ],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-properties': ['error', ...focused],
    },
  },
  {
    files: ['{storefront,backoffice,app-kit,design-system}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // It concerns who compiles with the React Compiler, which we do not.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['{storefront,backoffice,app-kit}/src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', literalText, literalAttribute] },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals() },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
);

function nodeGlobals() {
  const names = ['Buffer', 'URL', 'URLSearchParams', 'WebAssembly', 'console', 'fetch', 'performance', 'process'];
  const timers = ['clearInterval', 'clearTimeout', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'];
  const web = ['AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'document', 'structuredClone', 'window'];
  return Object.fromEntries([...names, ...timers, ...web].map((name) => [name, 'readonly']));
}
