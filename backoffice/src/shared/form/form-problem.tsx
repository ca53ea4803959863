import { useEffect, useRef, type ReactNode } from 'react';
import { Alert } from '@tradeyard/design-system';

/** Why a form as a whole was refused; takes the focus when it appears. */
export function FormProblem({ children }: { children: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (children) box.current?.focus();
  }, [children]);
  return children ? <Alert ref={box} meaning="danger" title={children} assertive /> : null;
}
