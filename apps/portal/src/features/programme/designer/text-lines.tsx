import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { withLine, withLines, withoutLine, withMovedLine } from './lines.js';
import styles from './designer.module.css';

interface Props {
  /** Name of the list for a screen reader. */
  label: string;
  /** Field of the draft; open points lead here. */
  field: string;
  placeholder: string;
  add: string;
  lines: readonly string[];
  readOnly: boolean;
  /** Leaves the sentence about keys to another list of the same form. */
  quiet?: boolean;
  onChange: (lines: readonly string[]) => void;
}

/** A list written line by line: Enter begins the next, Backspace takes an empty one away, Alt with arrows reorders. */
export function TextLines({ label, field, placeholder, add, lines, readOnly, quiet = false, onChange }: Props) {
  const { t } = useTranslation('programme');
  const list = useRef<HTMLOListElement>(null);
  const shown = lines.length > 0 ? lines : [''];
  const focus = (at: number) =>
    // The new line is there once React has drawn it.
    requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[Math.max(0, at)]?.focus());

  const press = (event: KeyboardEvent, at: number) => {
    const empty = shown[at] === '';
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onChange(withLine(shown, at + 1, ''));
      focus(at + 1);
    } else if (event.key === 'Backspace' && empty && shown.length > 1) {
      event.preventDefault();
      onChange(withoutLine(shown, at));
      focus(at - 1);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const by = event.key === 'ArrowUp' ? -1 : 1;
      onChange(withMovedLine(shown, at, by));
      focus(at + by);
    }
  };
  const paste = (event: ClipboardEvent, at: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    const pasted = withLines(shown, at, text);
    onChange(pasted.lines);
    focus(pasted.last);
  };

  return (
    <div className={styles.lines}>
      <ol ref={list} aria-label={label} data-field={field}>
        {shown.map((line, at) => (
          <li key={at}>
            <span aria-hidden>{at + 1}</span>
            <textarea
              rows={1}
              aria-label={t('lines.line', { label, number: at + 1 })}
              data-field={`${field}.${at}`}
              placeholder={placeholder}
              value={line}
              readOnly={readOnly}
              onChange={(event) =>
                onChange(shown.map((each, index) => (index === at ? event.currentTarget.value : each)))
              }
              onKeyDown={(event) => !readOnly && press(event, at)}
              onPaste={(event) => !readOnly && paste(event, at)}
            />
            {!readOnly && shown.length > 1 && (
              <IconButton
                label={t('lines.remove', { number: at + 1 })}
                onClick={() => onChange(withoutLine(shown, at))}
              >
                <IconX size={16} stroke={1.6} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            onChange(withLine(shown, shown.length, ''));
            focus(shown.length);
          }}
        >
          {add}
        </Button>
      )}
      {!readOnly && !quiet && <p className={styles.hint}>{t('lines.keys')}</p>}
    </div>
  );
}
