import { err, ok, type Result } from '../../shared/result.js';

export interface PasswordError {
  readonly code: 'auth.password_too_weak';
  readonly reason: 'is_email' | 'common';
}

/** What many people choose, without the digits and signs they put around it. */
const commonCores = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd qwerty qwertyuiop qwertyui asdfghjkl zxcvbnm qazwsxedc letmein welcome
   administrator admin iloveyou monkey dragon sunshine princess football baseball superman batman trustno1 master
   shadow michael jordan starwars computer internet whatever freedom charlie changeme secret login access default
   senha senha123 mudar mudarsenha brasil flamengo corinthians palmeiras saopaulo gremio vasco jesus deusefiel
   amorzinho construcao obra cimento empresa teste test testing temp temporary guest user usuario hello bemvindo`.split(
    /\s+/,
  ),
);
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];

/** Refuses a new password that is its owner's e-mail address or among the first anybody would try; says nothing of length. */
export function acceptable(password: string, email: string): Result<string, PasswordError> {
  const plain = password.trim().toLowerCase();
  const [name = '', domain = ''] = email.toLowerCase().split('@');
  if ([email.toLowerCase(), name, `${name}${domain}`].includes(plain)) {
    return err({ code: 'auth.password_too_weak', reason: 'is_email' });
  }
  return isCommon(plain) ? err({ code: 'auth.password_too_weak', reason: 'common' }) : ok(password);
}

function isCommon(plain: string): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (core === '' && new Set(plain).size < 6) return true;
  if (commonCores.has(plain) || commonCores.has(core)) return true;
  if (isRepeated(plain)) return true;
  return runs.some((run) => run.includes(plain) || [...run].reverse().join('').includes(plain));
}

/** `aaaaaaaaaa`, `abcabcabcabc`: a piece of at most four characters over and over. */
const isRepeated = (plain: string): boolean =>
  [1, 2, 3, 4].some((length) => [...plain].every((character, index) => character === plain[index % length]));
