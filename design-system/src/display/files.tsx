import { useId, useState, type ReactNode } from 'react';
import { FileText, Upload } from 'lucide-react';
import { classNames } from '../class-names';
import type { IconType } from '../icon';

export interface FileRowProps {
  name: string;
  /** "PDF, 214 kB". */
  detail?: ReactNode;
  href?: string;
  icon?: IconType;
  /** Progress, badge or buttons at the right. */
  children?: ReactNode;
}

/** One document: its name, what it is, and what can be done with it. */
export function FileRow({ name, detail, href, icon: Icon = FileText, children }: FileRowProps): ReactNode {
  return (
    <div className="file">
      <Icon className="i muted" />
      <div className="grow">
        {href ? (
          <a className="link ell block" href={href}>
            {name}
          </a>
        ) : (
          <div className="strong ell">{name}</div>
        )}
        {detail != null && <div className="small muted">{detail}</div>}
      </div>
      {children}
    </div>
  );
}

export interface FileDropProps {
  /** "Drop a CSV or choose a file". */
  label: ReactNode;
  hint?: ReactNode;
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
  className?: string;
}

/** A place to drop files or choose them with the keyboard. */
export function FileDrop({ label, hint, accept, multiple, disabled, onFiles, className }: FileDropProps): ReactNode {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <label
      className={classNames('drop', className)}
      htmlFor={id}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Upload className="i muted" />
      <span className="strong">{label}</span>
      {hint != null && <span className="small muted">{hint}</span>}
      <input
        id={id}
        className="sr"
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </label>
  );
}
