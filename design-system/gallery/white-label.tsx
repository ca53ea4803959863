import type { CSSProperties, ReactNode } from 'react';
import { Button, Checkbox, PriceSource } from '../src/index';

export const SEEDS = [
  { name: 'Kestrel', colour: '#f5b800' },
  { name: 'Redline', colour: '#e4002b' },
  { name: 'Bluebay', colour: '#0b5fff' },
  { name: 'Verde', colour: '#00a36c' },
  { name: 'Ember', colour: '#ff6a13' },
  { name: 'Basalt', colour: '#111827' },
];

/** One card per tenant colour. */
export function WhiteLabel(): ReactNode {
  return (
    <div className="wl">
      {SEEDS.map((seed) => (
        <div key={seed.name} data-tenant="" style={{ '--tenant-brand': seed.colour } as CSSProperties}>
          <div className="c">
            <i />
            {seed.name}
            <span className="small ml-auto" style={{ color: 'var(--on-chrome-muted)' }}>
              {seed.colour}
            </span>
          </div>
          <div className="b">
            <Button variant="primary" block>
              Add $439.04
            </Button>
            <span className="row g4">
              <PriceSource source="company" label="Contract" />
              <a className="link" href="#why">
                Why?
              </a>
            </span>
            <Checkbox checked onChange={() => undefined} label="In stock" />
          </div>
        </div>
      ))}
    </div>
  );
}
