import type { ComponentType } from 'react';

/** Any lucide icon, or another component that draws one and takes a class. */
export type IconType = ComponentType<{ className?: string }>;
