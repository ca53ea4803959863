import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, useTenant } from '@tradeyard/app-kit';
import { Drawing, Logo } from '@tradeyard/design-system';
import './login.css';

const SHELF = ['bag', 'rebar', 'osb', 'pipe', 'sand', 'screw', 'block', 'mesh', 'roll', 'timber', 'bend', 'coil'];
const MARKS = Array.from({ length: 24 }, (_, index) => index + 1);
const GAP = 140;

/** Both halves of every screen before the sign-in: the form at the left, tape and drawings at the right. */
export function SignInFrame({ children }: { children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation();
  const tenant = useTenant();
  return (
    <main id="main" className="lg">
      <div className="l">
        <Logo name={tenant.name} src={tenant.logoUrl} />
        <div className="form">{children}</div>
        <div className="small subtle row between wrap">
          <span>
            {t('login.staff')}{' '}
            <a className="link" href="/backoffice/login">
              {t('login.backoffice')}
            </a>
          </span>
          <span className="row g4" role="group" aria-label={t('account.language')}>
            {languages.map(({ code, name }) => (
              <button
                key={code}
                type="button"
                className="lang"
                lang={code}
                aria-pressed={i18n.language === code}
                onClick={() => void chooseLanguage(code)}
              >
                {name}
              </button>
            ))}
          </span>
        </div>
      </div>
      <div className="art on-chrome" aria-hidden="true">
        <svg className="tapev">
          <pattern id="ticks" width="118" height={GAP} patternUnits="userSpaceOnUse">
            {Array.from({ length: 10 }, (_, tick) => {
              const width = tick === 0 ? 64 : tick === 5 ? 44 : 26;
              return (
                <rect key={tick} x={118 - width} y={tick * 14 + 5} width={width} height={tick === 0 ? 2.6 : 1.6} />
              );
            })}
          </pattern>
          <rect width="118" height="100%" fill="url(#ticks)" />
          {MARKS.map((mark) => (
            <text key={mark} x="46" y={mark * GAP + 14}>
              {mark * 10}
            </text>
          ))}
        </svg>
        <div className="shelf">
          {SHELF.map((name) => (
            <div key={name}>
              <Drawing name={name} />
            </div>
          ))}
        </div>
      </div>
    </main>
  );
}
