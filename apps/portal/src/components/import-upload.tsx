import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import { useUploads } from '../lib/uploads.js';
import { FileDrop, UploadRow } from './file-drop.js';

interface Props {
  /** Endings of the files that can be read. */
  accept: string;
  hint: string;
  /** What is being done with the file that came, while it is. */
  title?: string;
  busy: boolean;
  onStored: (fileId: string) => void;
}

/** One file for an import: chosen or dropped, and on its way; what is wrong with it stands below, said by whoever reads it. */
export function ImportUpload({ accept, hint, title, busy, onStored }: Props) {
  const { t } = useTranslation('kit');
  const { bytes } = useFormat();
  const uploads = useUploads({ purpose: 'import', onStored: ({ fileId }) => onStored(fileId) });
  const running = uploads.uploads.find((upload) => upload.state !== 'done');
  if (!running)
    return (
      <FileDrop
        accept={accept}
        multiple={false}
        disabled={busy}
        title={title}
        hint={hint}
        onFiles={(files) => void uploads.add(files)}
      />
    );
  return (
    <UploadRow
      name={running.name}
      share={running.bytes > 0 ? running.sent / running.bytes : 0}
      state={running.state}
      sentence={running.reason ?? t('imported.sent', { sent: bytes(running.sent), total: bytes(running.bytes) })}
      onPause={() => uploads.pauseOrResume(running.id)}
      onResume={() => (running.state === 'failed' ? uploads.retry(running.id) : uploads.pauseOrResume(running.id))}
      onCancel={() => uploads.dismiss(running.id)}
    />
  );
}
