import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { FileDrop, UploadRow } from '../../../components/file-drop.js';
import { Note } from '../../../components/states.js';
import { StatusWord } from '../../../components/chip.js';
import { useFormat } from '../../../lib/format.js';
import { type Upload, useUploads } from '../../../lib/uploads.js';
import { type ImportForm, type ImportSlot, slotOf } from './import-form.js';
import styles from './import.module.css';

const SLOTS: readonly ImportSlot[] = ['skillsFile', 'rolesFile'];
// The first line is all that is needed to tell the files apart.
const HEAD_BYTES = 4_096;

interface Props {
  form: ImportForm;
  onChange: (next: Partial<ImportForm>) => void;
  errorOf: (field: keyof ImportForm) => string | null;
}

/** Two places for two files. A file dropped on the wrong one goes where it belongs. */
export function ImportSlots({ form, onChange, errorOf }: Props) {
  const { t } = useTranslation('programme');
  const [moved, setMoved] = useState<string | null>(null);
  const uploads: Record<ImportSlot, ReturnType<typeof useUploads>> = {
    skillsFile: useUploads({ purpose: 'import', onStored: (skillsFile) => onChange({ skillsFile }) }),
    rolesFile: useUploads({ purpose: 'import', onStored: (rolesFile) => onChange({ rolesFile }) }),
  };

  const take = async (dropped: ImportSlot, files: File[]) => {
    setMoved(null);
    for (const file of files.slice(0, 2)) {
      const slot = slotOf(await file.slice(0, HEAD_BYTES).text()) ?? dropped;
      if (slot !== dropped && files.length === 1) setMoved(file.name);
      for (const old of uploads[slot].uploads) uploads[slot].dismiss(old.id);
      onChange({ [slot]: null });
      await uploads[slot].add([file]);
    }
  };

  // t('programme:import.slots.skillsFile') t('programme:import.slots.rolesFile')
  return (
    <div className={styles.slots}>
      {SLOTS.map((slot) => (
        <div key={slot} className={styles.slot}>
          <h3>{t(`import.slots.${slot}`)}</h3>
          <Slot
            slot={slot}
            stored={form[slot]?.name ?? null}
            running={uploads[slot].uploads.find((upload) => upload.state !== 'done') ?? null}
            uploads={uploads[slot]}
            onFiles={(files) => void take(slot, files)}
            onRemove={() => onChange({ [slot]: null })}
          />
          {errorOf(slot) && <p className={styles.error}>{errorOf(slot)}</p>}
        </div>
      ))}
      {moved && <Note>{t('import.moved', { name: moved })}</Note>}
    </div>
  );
}

interface SlotProps {
  slot: ImportSlot;
  stored: string | null;
  running: Upload | null;
  uploads: ReturnType<typeof useUploads>;
  onFiles: (files: File[]) => void;
  onRemove: () => void;
}

function Slot({ slot, stored, running, uploads, onFiles, onRemove }: SlotProps) {
  const { t } = useTranslation('programme');
  const { bytes } = useFormat();
  if (running)
    return (
      <UploadRow
        name={running.name}
        share={running.bytes > 0 ? running.sent / running.bytes : 0}
        state={running.state}
        sentence={running.reason ?? t('import.sent', { sent: bytes(running.sent), total: bytes(running.bytes) })}
        onPause={() => uploads.pauseOrResume(running.id)}
        onResume={() => (running.state === 'failed' ? uploads.retry(running.id) : uploads.pauseOrResume(running.id))}
        onCancel={() => uploads.dismiss(running.id)}
      />
    );
  if (stored)
    return (
      <p className={styles.stored}>
        <StatusWord tone="green">{stored}</StatusWord>
        <Button variant="quiet" size="small" onClick={onRemove}>
          {t('import.another')}
        </Button>
      </p>
    );
  // t('programme:import.columns.skillsFile') t('programme:import.columns.rolesFile')
  return <FileDrop onFiles={onFiles} accept=".csv,text/csv" multiple hint={t(`import.columns.${slot}`)} />;
}
