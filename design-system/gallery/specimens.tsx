import { useState, type ReactNode } from 'react';
import { Check, Inbox, MessageSquareQuote, Ruler, Search } from 'lucide-react';
import { Button, CommandPalette, ConfirmDialog, Field, Kbd, Select, useToast } from '../src/index';

const REASONS = [
  { value: 'date', label: 'Buyer changed the date' },
  { value: 'double', label: 'Ordered twice' },
];

/** The dialog and toast as they look, and buttons that open the real ones. */
export function DialogSpecimen({ children }: { children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('date');
  const toast = useToast();
  const reasons = (
    <Field label="Reason">
      <Select value={reason} onChange={setReason} items={REASONS} />
    </Field>
  );
  const words = {
    title: 'Cancel order 104-2347?',
    effect: '7 lines go back to stock at Portland. Alder & Finch gets an email.',
  };
  return (
    <div>
      <h2>Dialog and toast</h2>
      <div className="dialog">
        <h2>{words.title}</h2>
        <p className="muted">{words.effect}</p>
        {reasons}
        <div className="dialog-foot">
          <Button>Keep order</Button>
          <Button variant="danger" onClick={() => setOpen(true)}>
            Cancel order
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        {...words}
        danger
        confirmLabel="Cancel order"
        cancelLabel="Keep order"
        onConfirm={() => setOpen(false)}
      >
        {reasons}
      </ConfirmDialog>
      <div className="toast" style={{ marginTop: 16 }}>
        <Check className="i" />
        <span className="grow">Added 2 pallets of OSB/3 18 mm</span>
        <button
          type="button"
          onClick={() =>
            toast.show({
              message: 'Added 2 pallets of OSB/3 18 mm',
              undo: { label: 'Undo', onUndo: () => toast.show({ message: 'Taken out again' }) },
            })
          }
        >
          Undo <Kbd>Z</Kbd>
        </button>
      </div>
      {children}
    </div>
  );
}

const COMMANDS = [
  {
    heading: 'Orders',
    items: [
      { id: '2347', icon: Inbox, text: '104-2347 Alder & Finch, $5,264.88', shortcut: ['Enter'] },
      { id: '2318', icon: Inbox, text: '104-2318 Alder & Finch, on the road', shortcut: [] },
    ],
  },
  {
    heading: 'Do',
    items: [
      { id: 'quote', icon: MessageSquareQuote, text: 'New quote for Alder & Finch', shortcut: ['N', 'Q'] },
      { id: 'why', icon: Ruler, text: 'Why this price for Alder & Finch', shortcut: ['W'] },
    ],
  },
];

/** The palette as it looks, and the real one under Ctrl or ⌘ K. */
export function PaletteSpecimen(): ReactNode {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const groups = COMMANDS.map((group) => ({
    heading: group.heading,
    items: group.items
      .filter((item) => item.text.toLowerCase().includes(query.toLowerCase()))
      .map((item) => ({
        id: item.id,
        icon: item.icon,
        label: item.text,
        shortcut: item.shortcut,
        onSelect: () => setQuery(''),
      })),
  }));
  return (
    <div>
      <h2>Command palette</h2>
      <div className="cmdk" data-density="compact">
        <div className="top">
          <Search className="i" />
          <span>
            alder <b>104</b>
          </span>
          <span className="grow" />
          <Kbd>Esc</Kbd>
        </div>
        <div className="list">
          {COMMANDS.map((group) => (
            <div key={group.heading}>
              <div className="heading">{group.heading}</div>
              {group.items.map((item) => (
                <div className={item.id === '2347' ? 'it on' : 'it'} key={item.id}>
                  <item.icon className="i" />
                  <span>
                    {item.text.split('Alder')[0]}
                    <mark>Alder</mark>
                    {item.text.split('Alder')[1]}
                  </span>
                  <span className="end">
                    {item.shortcut.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      <Button className="mt-4" onClick={() => setOpen(true)}>
        Open <Kbd>Ctrl K</Kbd>
      </Button>
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        groups={groups}
        query={query}
        onSearch={setQuery}
        placeholder="Order, company, product or command"
        labels={{ title: 'Search everything', empty: 'Nothing fits', results: (count) => `${count} results` }}
      />
    </div>
  );
}
