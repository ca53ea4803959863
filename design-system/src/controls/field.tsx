import { createContext, useContext, useId, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classNames } from '../class-names';

interface FieldControl {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldControl | null>(null);

export interface FieldProps {
  label: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** Said after the label, "optional" for example. */
  aside?: ReactNode;
  required?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A labelled control: its label, hint and error are wired to the one control inside. */
export function Field({
  label,
  hideLabel,
  hint,
  error,
  aside,
  required = false,
  id,
  className,
  children,
}: FieldProps): ReactNode {
  const own = useId();
  const controlId = id ?? own;
  const describedBy =
    classNames(hint != null && `${controlId}-hint`, error != null && error !== '' && `${controlId}-error`) || undefined;
  const invalid = error != null && error !== '' && error !== false;
  return (
    <FieldContext value={{ id: controlId, labelId: `${controlId}-label`, describedBy, invalid, required }}>
      <div className={classNames('field', className)}>
        <label id={`${controlId}-label`} htmlFor={controlId} className={classNames(hideLabel && 'sr')}>
          {label}
          {aside && <span className="muted font-normal"> {aside}</span>}
        </label>
        {children}
        {hint != null && (
          <span className="hint" id={`${controlId}-hint`}>
            {hint}
          </span>
        )}
        {invalid && (
          <span className="err" id={`${controlId}-error`}>
            <CircleAlert className="i i-sm" />
            <span>{error}</span>
          </span>
        )}
      </div>
    </FieldContext>
  );
}

interface ControlAttributes {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: React.AriaAttributes['aria-invalid'];
  'aria-required'?: React.AriaAttributes['aria-required'];
}

/** The attributes that tie a control to the Field around it; what the control was given itself wins. */
export function useFieldControl(given: ControlAttributes = {}): ControlAttributes {
  const field = useContext(FieldContext);
  return {
    id: given.id ?? field?.id,
    'aria-describedby': classNames(given['aria-describedby'], field?.describedBy) || undefined,
    'aria-invalid': given['aria-invalid'] ?? (field?.invalid || undefined),
    'aria-required': given['aria-required'] ?? (field?.required || undefined),
  };
}

/** The same for a group of controls, which takes its name from the Field's label. */
export function useFieldGroup(
  given: ControlAttributes & { 'aria-label'?: string; 'aria-labelledby'?: string } = {},
): ControlAttributes & {
  'aria-label'?: string;
  'aria-labelledby'?: string;
} {
  const field = useContext(FieldContext);
  return {
    ...useFieldControl(given),
    'aria-label': given['aria-label'],
    'aria-labelledby': given['aria-labelledby'] ?? (given['aria-label'] ? undefined : field?.labelId),
  };
}
