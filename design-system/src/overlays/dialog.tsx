import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { AlertDialog, Dialog as Radix } from 'radix-ui';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import { focusFirstField, useFocusBack } from './focus-back';

interface PanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Name of the closing button. */
  closeLabel: string;
  footer?: ReactNode;
  children?: ReactNode;
}

function CloseButton({ label }: { label: string }): ReactNode {
  return (
    <Radix.Close asChild>
      <Button variant="ghost" size="icon" className="btn--sm" aria-label={label}>
        <X className="i" />
      </Button>
    </Radix.Close>
  );
}

const describedBy = (description: ReactNode): { 'aria-describedby'?: undefined } =>
  description == null ? { 'aria-describedby': undefined } : {};

export interface DialogProps extends PanelProps {
  size?: 'sm' | 'md' | 'lg';
}

/** A task that holds the page: the focus stays in it and returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  footer,
  size = 'md',
  children,
}: DialogProps): ReactNode {
  const focusBack = useFocusBack(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim scrim--dialog" />
        <Radix.Content
          data-modal=""
          className={classNames('dialog dialog-place', size !== 'md' && `dialog-place--${size}`)}
          onOpenAutoFocus={focusFirstField}
          onCloseAutoFocus={focusBack}
          {...describedBy(description)}
        >
          <div className="dialog-head">
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            <CloseButton label={closeLabel} />
          </div>
          {description != null && (
            <Radix.Description asChild>
              <div className="muted">{description}</div>
            </Radix.Description>
          )}
          {children}
          {footer && <div className="dialog-foot">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** "Cancel order 104-2347?" */
  title: ReactNode;
  /** What it does, to whom. */
  effect: ReactNode;
  /** The verb: "Cancel order". */
  confirmLabel: string;
  /** Its opposite: "Keep order". */
  cancelLabel: string;
  onConfirm: () => void;
  danger?: boolean;
  busy?: boolean;
  /** Why it cannot be confirmed yet. */
  disabledReason?: string;
  /** A reason to fill in, or the refusal of the last try. */
  children?: ReactNode;
}

/** Asks before what cannot be undone; the buttons carry the verbs. The caller closes it when the work is done. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  effect,
  confirmLabel,
  cancelLabel,
  onConfirm,
  danger,
  busy,
  disabledReason,
  children,
}: ConfirmDialogProps): ReactNode {
  const focusBack = useFocusBack(open);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="scrim scrim--dialog" />
        <AlertDialog.Content className="dialog dialog-place" onCloseAutoFocus={focusBack}>
          <AlertDialog.Title asChild>
            <h2>{title}</h2>
          </AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="muted">{effect}</div>
          </AlertDialog.Description>
          {children}
          <div className="dialog-foot">
            <AlertDialog.Cancel asChild>
              <Button variant="secondary">{cancelLabel}</Button>
            </AlertDialog.Cancel>
            <Button
              variant={danger ? 'danger' : 'primary'}
              busy={busy}
              disabledReason={disabledReason}
              onClick={onConfirm}
            >
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function Edge({
  place,
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  footer,
  children,
}: PanelProps & { place: string }): ReactNode {
  const focusBack = useFocusBack(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content data-modal="" className={place} onCloseAutoFocus={focusBack} {...describedBy(description)}>
          <header>
            <div className="grow">
              <Radix.Title asChild>
                <h2>{title}</h2>
              </Radix.Title>
              {description != null && (
                <Radix.Description asChild>
                  <div className="small muted">{description}</div>
                </Radix.Description>
              )}
            </div>
            <CloseButton label={closeLabel} />
          </header>
          <div className="body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface DrawerProps extends PanelProps {
  /** 640 px, or the width of a side panel. */
  size?: 'wide' | 'side';
}

/** A panel over the right edge, for the details of one record. */
export function Drawer({ size = 'wide', ...panel }: DrawerProps): ReactNode {
  return <Edge {...panel} place={classNames('drawer', size === 'side' && 'drawer--side')} />;
}

/** A panel from the bottom edge, for phones. */
export function Sheet(panel: PanelProps): ReactNode {
  return <Edge {...panel} place="sheet" />;
}

export type SheetProps = PanelProps;
