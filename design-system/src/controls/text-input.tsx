import { useState, type ComponentProps, type ReactNode } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { classNames } from '../class-names';
import type { IconType } from '../icon';
import { useFieldControl } from './field';

export interface TextInputProps extends Omit<ComponentProps<'input'>, 'size' | 'prefix'> {
  size?: 'sm' | 'md';
  icon?: IconType;
  prefix?: ReactNode;
  suffix?: ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
}

/** One line of text, with an icon or words inside its edges. */
export function TextInput({
  size = 'md',
  icon: Icon,
  prefix,
  suffix,
  numeric,
  className,
  ...rest
}: TextInputProps): ReactNode {
  const field = useFieldControl(rest);
  return (
    <span className={classNames('input', size === 'sm' && 'input--sm', numeric && 'input--num', className)}>
      {Icon && <Icon className="i" />}
      {prefix != null && <span className="muted">{prefix}</span>}
      <input type="text" inputMode={numeric ? 'decimal' : undefined} {...rest} {...field} />
      {suffix}
    </span>
  );
}

export interface PasswordInputProps extends Omit<TextInputProps, 'type' | 'suffix'> {
  showLabel: string;
  hideLabel: string;
}

/** A password that can be looked at while typing. */
export function PasswordInput({
  showLabel,
  hideLabel,
  autoComplete = 'current-password',
  ...rest
}: PasswordInputProps): ReactNode {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextInput
      {...rest}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      spellCheck={false}
      autoCapitalize="none"
      suffix={
        <button type="button" aria-label={shown ? hideLabel : showLabel} onClick={() => setShown(!shown)}>
          <Icon className="i" />
        </button>
      }
    />
  );
}

/** Several lines of text. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>): ReactNode {
  const field = useFieldControl(rest);
  return <textarea rows={rows} {...rest} {...field} className={classNames('input', className)} />;
}
