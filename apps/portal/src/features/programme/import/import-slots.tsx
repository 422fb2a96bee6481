import { NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.js';
import { FileDrop, UploadRow } from '../../../components/file-drop.js';
import { StatusWord } from '../../../components/chip.js';
import { useFormat } from '../../../lib/format.js';
import { useUploads } from '../../../lib/uploads.js';
import type { FrameworkFormat } from './format-choice.js';
import { type ImportFile, slotFor } from './import-form.js';
import styles from './import.module.css';

interface Props {
  format: FrameworkFormat;
  files: readonly ImportFile[];
  onChange: (change: (files: readonly ImportFile[]) => ImportFile[]) => void;
  /** Whether it is time to say what is missing. */
  tried: boolean;
}

/** All files at once, in whatever order; each finds its slot by its name, and one can say otherwise. */
export function ImportSlots({ format, files, onChange, tried }: Props) {
  const { t } = useTranslation('programme');
  const { bytes } = useFormat();
  const uploads = useUploads({
    purpose: 'import',
    onStored: (stored) =>
      onChange((now) => [
        ...now.filter((file) => file.name !== stored.name),
        {
          ...stored,
          slot: slotFor(
            stored.name,
            format.slots,
            now.filter((file) => file.name !== stored.name),
          ),
        },
      ]),
  });
  const running = uploads.uploads.filter((upload) => upload.state !== 'done');
  const unplaced = files.filter((file) => file.slot === null);
  const remove = (fileId: string) => onChange((now) => now.filter((file) => file.fileId !== fileId));
  return (
    <div className={styles.slots}>
      <FileDrop onFiles={(added) => void uploads.add(added)} multiple hint={t('import.dropHint')} />
      {running.map((upload) => (
        <UploadRow
          key={upload.id}
          name={upload.name}
          share={upload.bytes > 0 ? upload.sent / upload.bytes : 0}
          state={upload.state}
          sentence={upload.reason ?? t('import.sent', { sent: bytes(upload.sent), total: bytes(upload.bytes) })}
          onPause={() => uploads.pauseOrResume(upload.id)}
          onResume={() => (upload.state === 'failed' ? uploads.retry(upload.id) : uploads.pauseOrResume(upload.id))}
          onCancel={() => uploads.dismiss(upload.id)}
        />
      ))}
      <ul className={styles.slotList} aria-label={t('import.files')}>
        {format.slots.map((slot) => {
          const placed = files.filter((file) => file.slot === slot.key);
          return (
            <li key={slot.key}>
              <div>
                <h3>{slot.title}</h3>
                <p>{slot.about}</p>
              </div>
              <div className={styles.placed}>
                {placed.map((file) => (
                  <Placed key={file.fileId} file={file} onRemove={() => remove(file.fileId)} />
                ))}
                {placed.length === 0 &&
                  (tried && slot.required ? (
                    <StatusWord tone="red">{t('import.slotMissing')}</StatusWord>
                  ) : (
                    <span className={styles.hint}>
                      {slot.required ? t('import.slotNeeded') : t('import.slotOptional')}
                    </span>
                  ))}
              </div>
            </li>
          );
        })}
      </ul>
      {unplaced.map((file) => (
        <div key={file.fileId} className={styles.unplaced}>
          <NativeSelect
            label={t('import.whichIs', { name: file.name })}
            error={tried ? t('import.sayWhich') : undefined}
            value=""
            data={[
              { value: '', label: t('import.chooseSlot') },
              ...format.slots.map(({ key, title }) => ({ value: key, label: title })),
            ]}
            onChange={(event) => {
              const slot = event.currentTarget.value;
              onChange((now) => now.map((each) => (each.fileId === file.fileId ? { ...each, slot } : each)));
            }}
          />
          <IconButton label={t('import.removeFile', { name: file.name })} onClick={() => remove(file.fileId)}>
            <IconX size={16} stroke={1.6} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}

function Placed({ file, onRemove }: { file: ImportFile; onRemove: () => void }) {
  const { t } = useTranslation('programme');
  return (
    <span className={styles.stored}>
      <StatusWord tone="green">{file.name}</StatusWord>
      <IconButton label={t('import.removeFile', { name: file.name })} onClick={onRemove}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </IconButton>
    </span>
  );
}
