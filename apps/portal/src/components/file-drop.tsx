import { IconPlayerPause, IconPlayerPlay, IconUpload } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button.js';
import styles from './file-drop.module.css';

interface FileDropProps {
  onFiles: (files: File[]) => void;
  /** As of the accept attribute of a file field. */
  accept?: string;
  multiple?: boolean;
  /** Set instead of "Drop files here, or choose". */
  title?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

/** A place to drop files or choose them. Uploading goes on beside it while one keeps working. */
export function FileDrop({ onFiles, accept, multiple = true, title, hint, disabled }: FileDropProps) {
  const { t } = useTranslation('kit');
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <label htmlFor={id} className={styles.drop} data-over={over}>
      <IconUpload size={20} stroke={1.6} aria-hidden />
      <span>
        <span className={styles.title}>
          {title ?? (
            <>
              <b>{t('files.drop')}</b> {t('files.or')} <u>{t('files.choose')}</u>
            </>
          )}
        </span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      {/* A file field takes drops by itself; it covers the whole place, unseen. */}
      <input
        id={id}
        type="file"
        className={styles.field}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

interface UploadRowProps {
  name: string;
  /** 0 to 1. */
  share: number;
  state: 'running' | 'paused' | 'done' | 'failed';
  /** "118 of 190 MB, about 20 s left" or what went wrong and what is kept. */
  sentence: string;
  onPause?: () => void;
  onResume?: () => void;
  onCancel?: () => void;
}

/** One upload under way. A broken one says what is kept and goes on from there. */
export function UploadRow({ name, share, state, sentence, onPause, onResume, onCancel }: UploadRowProps) {
  const { t } = useTranslation('kit');
  const percent = Math.round(share * 100);
  return (
    <div className={styles.upload} data-state={state}>
      <div className={styles.uploadHead}>
        <span className={styles.name}>{name}</span>
        {state === 'running' && onPause && (
          <IconButton label={t('files.pause')} onClick={onPause}>
            <IconPlayerPause size={16} stroke={1.6} />
          </IconButton>
        )}
        {state === 'paused' && onResume && (
          <IconButton label={t('files.resume')} onClick={onResume}>
            <IconPlayerPlay size={16} stroke={1.6} />
          </IconButton>
        )}
      </div>
      <progress className="visually-hidden" aria-label={name} value={percent} max={100} />
      <div className={styles.track} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </div>
      <p className={styles.sentence}>{sentence}</p>
      {state === 'failed' && (
        <div className={styles.acts}>
          {/* All of it came, and it was refused for what it holds: the same file again changes nothing. */}
          {onResume && percent < 100 && (
            <Button size="small" onClick={onResume}>
              {percent > 0 ? t('files.goOn', { percent }) : t('error.retry')}
            </Button>
          )}
          {onCancel && (
            <Button size="small" onClick={onCancel}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
