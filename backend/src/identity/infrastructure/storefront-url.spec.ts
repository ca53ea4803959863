import { storefrontUrl } from './sql-profiles.js';

const tenant = (more: object = {}) => ({ slug: 'forte', domain: null, isDefault: false, ...more });

it.each([
  ['http://localhost:3000', tenant({ isDefault: true }), 'http://localhost:3000'],
  ['http://localhost:3000/', tenant(), 'http://forte.localhost:3000'],
  ['https://{host}', tenant(), 'https://forte.localhost'],
  ['https://{host}', tenant({ domain: 'loja.example' }), 'https://loja.example'],
])('%s and %p make %s', (platform, who, url) => {
  expect(storefrontUrl(platform, who)).toBe(url);
});
