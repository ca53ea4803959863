import { createContext, useContext } from 'react';

/** Opens the list of all shortcuts; the shell provides it. */
export const ShortcutsContext = createContext<() => void>(() => undefined);

/** Opens the list of all shortcuts. */
export const useShowShortcuts = (): (() => void) => useContext(ShortcutsContext);
