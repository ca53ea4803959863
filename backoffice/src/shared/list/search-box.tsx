import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { TextInput, useHotkeys } from '@tradeyard/design-system';

/** Narrows a list while one types; "/" leads here, Enter back to the list. What the address says wins over what was typed before. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // Asked for here and not yet in the address: when it arrives, more may have been typed already.
  const [asked, setAsked] = useState<readonly string[]>([]);
  if (value !== shown) {
    setShown(value);
    const own = asked.indexOf(value);
    setAsked(own < 0 ? [] : asked.slice(own + 1));
    if (own < 0 && value !== typed.trim()) setTyped(value);
  }
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    const text = typed.trim();
    if (text === value) return;
    const timer = setTimeout(() => {
      setAsked((before) => [...before, text]);
      latest.current(text);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useHotkeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <TextInput
      ref={input}
      className="search-box"
      icon={Search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={120}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => ['Enter', 'Escape'].includes(event.key) && event.currentTarget.blur()}
    />
  );
}
