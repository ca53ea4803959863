import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, PageTitle, useTenant } from '@tradeyard/app-kit';
import { Drawing, Logo } from '@tradeyard/design-system';
import './gate.css';

const shelf = ['bag', 'rebar', 'osb', 'pipe', 'sand', 'screw', 'block', 'mesh', 'roll', 'timber', 'bend', 'coil'];

/** The sheet in front of the backoffice: one form, the store's name, and the house's drawings. */
export function Gate({ title, text, children }: { title: string; text: string; children: ReactNode }): ReactNode {
  const { i18n } = useTranslation();
  const tenant = useTenant();
  return (
    <main id="main" className="gate" data-density="roomy">
      <div className="gate-form">
        <Logo name={tenant.name} src={tenant.logoUrl} />
        <div className="form">
          <div>
            <PageTitle name={title} />
            <p className="muted mt-2">{text}</p>
          </div>
          {children}
        </div>
        <div className="small muted row g4">
          {languages.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              className="link"
              lang={code}
              aria-pressed={i18n.language === code}
              onClick={() => void chooseLanguage(code)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <div className="gate-art" aria-hidden="true">
        <div className="tape" />
        <div className="shelf">
          {shelf.map((name) => (
            <div key={name}>
              <Drawing name={name} size={88} />
            </div>
          ))}
        </div>
      </div>
    </main>
  );
}
