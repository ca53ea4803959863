import { useEffect, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Minus, Plus } from 'lucide-react';
import { classNames } from '../class-names';
import { moveQuantity, parseQuantity, snapQuantity, stepsPerPack, type QuantityUnit } from '../quantity';
import { useFieldGroup } from './field';
import { UnitSelect } from './select';

const SAID_FOR = 5000;

export interface QuantityStepperProps {
  /** Decimal string with a point. */
  value: string;
  units: readonly QuantityUnit[];
  /** Code of the unit the value is in. */
  unit: string;
  /** A sellable quantity: after a step, on Enter and when the field is left. */
  onChange: (value: string) => void;
  onUnitChange?: (unit: string) => void;
  /** While typing, each text that is already a sellable quantity; for a live total. */
  onDraft?: (value: string) => void;
  /** The sentence shown and read out when a typed value moved to the nearest sellable one. */
  snapMessage?: (value: string) => string;
  labels: { group: string; less: string; more: string; value: string; unit: string };
  /** "," where people write 2,5. */
  decimalSeparator?: '.' | ',';
  disabled?: boolean;
  id?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** Minus, value, plus and unit. What it hands out is always a multiple of the unit's step and at least its minimum. */
export function QuantityStepper({
  value,
  units,
  unit: code,
  onChange,
  onUnitChange,
  onDraft,
  snapMessage,
  labels,
  decimalSeparator = '.',
  disabled,
  id,
  className,
  inputRef,
}: QuantityStepperProps): ReactNode {
  const field = useFieldGroup({ 'aria-label': labels.group });
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const unit = units.find((each) => each.code === code) ?? units[0];
  const step = unit?.step ?? '1';
  const minimum = unit?.minimum ?? '1';
  const written = value.replace('.', decimalSeparator);

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  const settle = (): void => {
    if (typed === null) return;
    setTyped(null);
    const snapped = snapQuantity(typed, step, minimum);
    if (!snapped) return;
    setSaid(snapped.moved && snapMessage ? snapMessage(snapped.value) : '');
    if (snapped.value !== value) onChange(snapped.value);
  };
  const move = (steps: bigint): void => {
    const from = typed !== null && parseQuantity(typed) !== null ? typed : value;
    const next = moveQuantity(from, steps, step, minimum);
    setTyped(null);
    setSaid('');
    if (next !== value) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const pack = unit ? stepsPerPack(units, unit) : 10n;
    const moves: Record<string, bigint> = { ArrowUp: 1n, ArrowDown: -1n, PageUp: pack, PageDown: -pack };
    const steps = moves[event.key];
    if (steps !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      move(steps);
    } else if (event.key === 'Enter') settle();
    else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
  };

  const atMinimum = moveQuantity(value, -1n, step, minimum) === snapQuantity(value, step, minimum)?.value;
  return (
    <span className={classNames('qty-wrap', className)}>
      <span className="qty" role="group" aria-label={field['aria-label']}>
        <button
          type="button"
          tabIndex={-1}
          aria-label={labels.less}
          disabled={disabled || atMinimum}
          onClick={() => move(-1n)}
        >
          <Minus className="i" />
        </button>
        <input
          ref={inputRef}
          id={id ?? field.id}
          className="v"
          inputMode={/\./.test(step) ? 'decimal' : 'numeric'}
          autoComplete="off"
          aria-label={labels.value}
          aria-describedby={field['aria-describedby']}
          aria-invalid={field['aria-invalid']}
          disabled={disabled}
          value={typed ?? written}
          onChange={(event) => {
            setTyped(event.target.value);
            const snapped = snapQuantity(event.target.value, step, minimum);
            if (snapped && !snapped.moved) onDraft?.(snapped.value);
          }}
          onFocus={(event) => event.target.select()}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
        <button type="button" tabIndex={-1} aria-label={labels.more} disabled={disabled} onClick={() => move(1n)}>
          <Plus className="i" />
        </button>
        {units.length > 1 && onUnitChange ? (
          <UnitSelect
            label={labels.unit}
            value={unit?.code}
            items={units.map((each) => ({ value: each.code, label: each.name }))}
            onChange={onUnitChange}
            disabled={disabled}
          />
        ) : (
          <span className="u one">{unit?.name}</span>
        )}
      </span>
      <span className={classNames('qty-said', said && 'tip')} role="status">
        {said}
      </span>
    </span>
  );
}
