import type { ClipboardEvent } from 'react';

interface Clipboard {
  /** The clipboard belongs to the text of a cell. */
  editing: boolean;
  mayEdit: boolean;
  onCopy: () => string | Promise<string> | null;
  onPaste: (text: string) => void;
  onCommand: (command: 'inherit') => void;
}

/** What the grid does when somebody copies, cuts or pastes in it; text that has to be read first follows on. */
export function gridClipboard({ editing, mayEdit, onCopy, onPaste, onCommand }: Clipboard): {
  onCopy: (event: ClipboardEvent) => void;
  onCut: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
} {
  /** Whether there is something to paste now, or soon. */
  const copy = (event: ClipboardEvent): boolean => {
    if (editing) return false;
    event.preventDefault();
    const text = onCopy();
    if (typeof text === 'string') event.clipboardData.setData('text/plain', text);
    else if (text)
      void navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': text.then((all) => new Blob([all], { type: 'text/plain' })) }),
      ]);
    return text !== null;
  };
  return {
    onCopy: (event) => void copy(event),
    onCut: (event) => {
      if (copy(event) && mayEdit) onCommand('inherit');
    },
    onPaste: (event) => {
      if (editing || !mayEdit) return;
      event.preventDefault();
      onPaste(event.clipboardData.getData('text/plain'));
    },
  };
}
