import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { isDrawingName, type DrawingName } from './drawing-names';

let shapes: Record<DrawingName, string> | undefined;
let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= import('./drawing-shapes').then((module) => {
    shapes = module.drawingShapes;
  });
  return loading;
}

export interface DrawingProps {
  /** Of `drawingNames`; any other shows the block. */
  name: string;
  /** Width and height in pixels; absent, its container's style decides. */
  size?: number;
  /** Says what it shows; without it the drawing is decoration. */
  title?: string;
  className?: string;
}

/** A technical drawing in the theme's colours. The drawings come in a file of their own; the place keeps its size meanwhile. */
export function Drawing({ name, size, title, className }: DrawingProps): ReactNode {
  const [ready, setReady] = useState(shapes !== undefined);
  useEffect(() => {
    let here = true;
    if (!ready) void load().then(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, [ready]);
  const style: CSSProperties | undefined = size ? { width: size, height: size } : undefined;
  const markup = shapes?.[isDrawingName(name) ? name : 'block'] ?? '';
  return (
    <span
      className={classNames('ill ill-box', className)}
      style={style}
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}

export interface ThumbProps {
  /** The photo's address; without one the drawing stands in. */
  src?: string | null;
  drawing: string;
  /** Empty where the product's name stands beside it. */
  alt?: string;
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'fill';
  className?: string;
}

const PIXELS = { xs: 28, sm: 40, md: 52, lg: 96, fill: 480 } as const;

/** A product's photo, or its drawing, in a box of fixed size. */
export function Thumb({ src, drawing, alt = '', size = 'md', className }: ThumbProps): ReactNode {
  return (
    <span className={classNames('thumb', size !== 'md' && `thumb--${size}`, className)}>
      {src ? (
        <img src={src} alt={alt} width={PIXELS[size]} height={PIXELS[size]} loading="lazy" decoding="async" />
      ) : (
        <Drawing name={drawing} title={alt || undefined} />
      )}
    </span>
  );
}
