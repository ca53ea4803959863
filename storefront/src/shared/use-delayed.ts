import { useEffect, useState } from 'react';

/** True once `waiting` has lasted 150 ms: what loads quickly never flashes a skeleton. */
export function useDelayed(waiting: boolean, after = 150): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setPassed(true), after);
    return () => {
      clearTimeout(timer);
      setPassed(false);
    };
  }, [waiting, after]);
  return waiting && passed;
}
