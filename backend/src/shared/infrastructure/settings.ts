import { rule } from './setting-rules.js';

const rules = {
  NODE_ENV: rule.oneOf(['development', 'test', 'production'], 'development'),
  PORT: rule.port(3000),
  HOST: rule.text('127.0.0.1'),
  /** How many proxies stand in front and may say who is calling; 0 believes nobody. */
  TRUST_PROXY: rule.integer(0, 10, 0),
  DATABASE_URL: rule.url('postgresql:'),
  DATABASE_POOL: rule.integer(1, 200, 10),
  JWT_SECRET: rule.secret(32),
  S3_ENDPOINT: rule.url('http:'),
  S3_REGION: rule.text('us-east-1'),
  S3_BUCKET: rule.text('tradeyard'),
  S3_ACCESS_KEY_ID: rule.text(),
  S3_SECRET_ACCESS_KEY: rule.secret(8),
  SMTP_URL: rule.url('smtp:'),
  MAIL_FROM: rule.text('Tradeyard <no-reply@tradeyard.example>'),
  /** The domain under which tenants get `<slug>.<domain>`; `localhost` always works. */
  PLATFORM_DOMAIN: rule.text('localhost'),
  /** How links in mails reach the storefront; `{host}` stands for the tenant's host name. */
  PUBLIC_URL: rule.text('http://localhost:3000'),
  /** Where the built apps lie; empty where something else serves them. */
  STOREFRONT_DIST: rule.text(''),
  BACKOFFICE_DIST: rule.text(''),
  /** Where caught mail can be read, in development: shown at /dev/mail. */
  MAIL_CATCHER_URL: rule.text(''),
  LOG_LEVEL: rule.oneOf(['silent', 'error', 'warn', 'info', 'debug'], 'info'),
} as const;

export type Settings = { readonly [Name in keyof typeof rules]: ReturnType<(typeof rules)[Name]['read']> };

/** Reads the environment, and names everything that is wrong with it in one error. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const production = environment.NODE_ENV === 'production';
  const problems: string[] = [];
  const settings = Object.entries(rules).map(([name, how]) => {
    try {
      return [name, how.read(environment[name], production)];
    } catch (problem) {
      problems.push(`  ${name} ${(problem as Error).message}`);
      return [name, undefined];
    }
  });
  if (problems.length > 0) throw new InvalidSettings(problems);
  return Object.fromEntries(settings) as Settings;
}

/** Stops the start; its message lists every problem at once. */
export class InvalidSettings extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.join('\n')}`);
  }
}

let current: Settings | undefined;

/** The settings of this process, read once. */
export const settings = (): Settings => (current ??= readSettings());
