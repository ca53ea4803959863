import {
  cloneElement,
  Suspense,
  useState,
  type ComponentType,
  type LazyExoticComponent,
  type ReactElement,
  type ReactNode,
} from 'react';

export interface LateMenuProps {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A menu whose script comes when somebody first reaches for it; until then there is only its button. */
export function LateMenu({
  menu: Menu,
  button,
}: {
  menu: LazyExoticComponent<ComponentType<LateMenuProps>>;
  button: ReactElement<React.ComponentProps<'button'>>;
}): ReactNode {
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const still = cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => setWanted(true),
    onClick: () => {
      setWanted(true);
      setOpen(true);
    },
  });
  if (!wanted) return still;
  return (
    <Suspense fallback={still}>
      <Menu trigger={button} open={open} onOpenChange={setOpen} />
    </Suspense>
  );
}
