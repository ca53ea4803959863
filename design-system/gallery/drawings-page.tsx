import type { ReactNode } from 'react';
import { Drawing, Mark, Thumb, drawingNames } from '../src/index';

/** Every drawing, large and as a thumb. */
export function DrawingsPage(): ReactNode {
  return (
    <>
      <div className="row g5">
        <span style={{ width: 44 }}>
          <Mark />
        </span>
        <h1>Drawings</h1>
      </div>
      <section className="sec drawings">
        {drawingNames.map((name) => (
          <figure key={name}>
            <Drawing name={name} size={96} title={name} className="mx-auto" />
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </section>
      <section className="sec row wrap">
        {drawingNames.map((name) => (
          <Thumb key={name} drawing={name} />
        ))}
      </section>
    </>
  );
}
