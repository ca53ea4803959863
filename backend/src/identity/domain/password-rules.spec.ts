import { acceptable } from './password-rules.js';

const email = 'ana.lima@alvorada.example';

it.each([
  'password12',
  'Password2026!',
  '!!qwertyuiop!!',
  '1234567890',
  '0987654321',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '12/12/2020',
  'senha12345',
  'Construcao2026',
  'zxcvbnm123',
])('%p is common', (password) => {
  expect(acceptable(password, email)).toEqual({
    ok: false,
    error: { code: 'auth.password_too_weak', reason: 'common' },
  });
});

it.each(['ana.lima@alvorada.example', 'ANA.LIMA@Alvorada.Example ', 'ana.lima'])('%p is the e-mail', (password) => {
  expect(acceptable(password, email)).toEqual({
    ok: false,
    error: { code: 'auth.password_too_weak', reason: 'is_email' },
  });
});

it.each(['Rebar-and-rubble', 'correct horse battery', 'tradeyard-demo', '7391046258', 'passwordless-future'])(
  '%p will do',
  (password) => {
    expect(acceptable(password, email)).toEqual({ ok: true, value: password });
  },
);
