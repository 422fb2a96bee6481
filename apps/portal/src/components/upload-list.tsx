import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_ENDINGS, MOST_BYTES, type FileProblem } from '../lib/evidence-files.js';
import { useFormat } from '../lib/format.js';
import type { Upload } from '../lib/uploads.js';
import { IconButton } from './button.js';
import { UploadRow } from './file-drop.js';
import styles from './upload-list.module.css';

interface Refused {
  id: string;
  name: string;
  problem: FileProblem | { kind: 'api'; message: string };
}

interface Props {
  uploads: readonly Upload[];
  refused: readonly Refused[];
  onPauseOrResume: (id: string) => void;
  onRetry: (id: string) => void;
  onDismiss: (id: string) => void;
  onForget: (id: string) => void;
}

/** What is on its way, and what was refused with the reason. */
export function UploadList({ uploads, refused, onPauseOrResume, onRetry, onDismiss, onForget }: Props) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const sentence = (upload: Upload): string => {
    const sizes = { sent: format.bytes(upload.sent), bytes: format.bytes(upload.bytes) };
    if (upload.state === 'failed')
      return upload.sent > 0
        ? t('upload.failedKept', { reason: upload.reason, ...sizes })
        : (upload.reason ?? t('upload.failed'));
    if (upload.state === 'paused') return t('upload.paused', sizes);
    if (upload.secondsLeft === null) return t('upload.running', sizes);
    return t('upload.runningLeft', { ...sizes, count: upload.secondsLeft });
  };
  // Complete and still not taken: the API looked inside and said no. There is nothing to go on from.
  const turnedDown = uploads.filter((upload) => upload.state === 'failed' && upload.sent >= upload.bytes);
  return (
    <div aria-live="polite">
      {turnedDown.map((upload) => (
        <RefusedFile
          key={upload.id}
          file={{
            id: upload.id,
            name: upload.name,
            problem: { kind: 'api', message: upload.reason ?? t('upload.failed') },
          }}
          onForget={onDismiss}
        />
      ))}
      {refused.map((file) => (
        <RefusedFile key={file.id} file={file} onForget={onForget} />
      ))}
      {uploads
        .filter((upload) => !turnedDown.includes(upload))
        .map((upload) => (
          <UploadRow
            key={upload.id}
            name={upload.name}
            share={upload.bytes > 0 ? upload.sent / upload.bytes : 0}
            state={upload.state}
            sentence={sentence(upload)}
            onPause={() => onPauseOrResume(upload.id)}
            onResume={() => (upload.state === 'failed' ? onRetry(upload.id) : onPauseOrResume(upload.id))}
            onCancel={() => onDismiss(upload.id)}
          />
        ))}
    </div>
  );
}

function RefusedFile({ file, onForget }: { file: Refused; onForget: (id: string) => void }) {
  const { t } = useTranslation('evidence');
  return (
    <div className={styles.refused} role="alert">
      <IconAlertCircle size={16} stroke={1.6} aria-hidden />
      <p>
        <strong>{file.name}</strong> <Reason problem={file.problem} />
      </p>
      <IconButton label={t('upload.forget', { name: file.name })} onClick={() => onForget(file.id)}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
    </div>
  );
}

function Reason({ problem }: { problem: Refused['problem'] }) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  if (problem.kind === 'api') return t('refused.api', { reason: problem.message });
  if (problem.kind === 'empty') return t('refused.empty');
  if (problem.kind === 'size')
    return t('refused.size', { size: format.bytes(problem.bytes), most: Math.round(MOST_BYTES / 1024 / 1024) });
  const kinds = EVIDENCE_ENDINGS.filter((ending) => ending !== 'jpeg').join(', ');
  return problem.ending ? t('refused.ending', { ending: problem.ending, kinds }) : t('refused.noEnding', { kinds });
}
