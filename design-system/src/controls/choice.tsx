import { useId, type ReactNode } from 'react';
import { Check, Minus } from 'lucide-react';
import { Checkbox as RadixCheckbox, RadioGroup as RadixRadio, Switch as RadixSwitch } from 'radix-ui';
import { classNames } from '../class-names';
import type { IconType } from '../icon';
import { useFieldControl, useFieldGroup } from './field';

export interface CheckboxProps {
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  /** Absent only where the table row or header already names it through aria-label. */
  label?: ReactNode;
  /** Muted, at the right of the label: a count for example. */
  detail?: ReactNode;
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** A choice that can be on, off or, for a group of others, mixed. */
export function Checkbox({ checked, onChange, label, detail, className, ...rest }: CheckboxProps): ReactNode {
  const field = useFieldControl(rest);
  const box = (
    <RadixCheckbox.Root
      {...rest}
      {...field}
      className={classNames('box', label == null && className)}
      checked={checked === 'mixed' ? 'indeterminate' : checked}
      onCheckedChange={(next) => onChange(next === true)}
    >
      <RadixCheckbox.Indicator>
        {checked === 'mixed' ? <Minus className="i" /> : <Check className="i" />}
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
  if (label == null) return box;
  return (
    <label className={classNames('check', className)}>
      {box}
      <span>{label}</span>
      {detail != null && <span className="muted ml-auto">{detail}</span>}
    </label>
  );
}

export interface ChoiceItem {
  value: string;
  label: ReactNode;
  detail?: ReactNode;
  icon?: IconType;
  disabled?: boolean;
}

export interface RadioGroupProps {
  items: readonly ChoiceItem[];
  value: string | null;
  onChange: (value: string) => void;
  direction?: 'row' | 'column';
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
}

/** One of a few, all visible; named by the Field around it or by aria-label. */
export function RadioGroup({
  items,
  value,
  onChange,
  direction = 'column',
  disabled,
  className,
  ...rest
}: RadioGroupProps): ReactNode {
  const field = useFieldGroup(rest);
  const ids = useId();
  return (
    <RadixRadio.Root
      {...field}
      value={value ?? ''}
      onValueChange={onChange}
      disabled={disabled}
      className={classNames(direction === 'row' ? 'row wrap g6' : 'col', className)}
    >
      {items.map((item) => (
        <label className="check" key={item.value}>
          <RadixRadio.Item
            className="box box--radio"
            value={item.value}
            disabled={item.disabled}
            aria-describedby={item.detail != null ? `${ids}-${item.value}` : undefined}
          />
          {item.icon && <item.icon className="i" />}
          <span>{item.label}</span>
          {item.detail != null && (
            <span className="muted ml-auto" id={`${ids}-${item.value}`}>
              {item.detail}
            </span>
          )}
        </label>
      ))}
    </RadixRadio.Root>
  );
}

/** A few views of the same thing side by side; arrows move the choice. */
export function Segmented({
  items,
  value,
  onChange,
  disabled,
  className,
  ...rest
}: Omit<RadioGroupProps, 'direction'>): ReactNode {
  const field = useFieldGroup(rest);
  return (
    <RadixRadio.Root
      {...field}
      value={value ?? ''}
      onValueChange={onChange}
      disabled={disabled}
      orientation="horizontal"
      className={classNames('seg', className)}
    >
      {items.map((item) => (
        <RadixRadio.Item key={item.value} value={item.value} disabled={item.disabled}>
          {item.icon && <item.icon className="i" />}
          {item.label}
        </RadixRadio.Item>
      ))}
    </RadixRadio.Root>
  );
}

export interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label?: ReactNode;
  disabled?: boolean;
  id?: string;
  className?: string;
  'aria-label'?: string;
}

/** On or off with effect at once; where a form is sent later, take a Checkbox. */
export function Switch({ checked, onChange, label, className, ...rest }: SwitchProps): ReactNode {
  const field = useFieldControl(rest);
  const control = (
    <RadixSwitch.Root {...rest} {...field} className="switch" checked={checked} onCheckedChange={onChange} />
  );
  if (label == null) return control;
  return (
    <label className={classNames('check', className)}>
      {control}
      <span>{label}</span>
    </label>
  );
}
