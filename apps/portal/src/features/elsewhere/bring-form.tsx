import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.js';
import { FileDrop } from '../../components/file-drop.js';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import { BRING } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';
import { inBase64, MOST_BYTES } from './in-base64.js';

const ACCEPT = '.png,.svg,.json,.jsonld,.jwt,.txt,image/png,image/svg+xml,application/json';

/** A file to drop, or the address at which a badge stands. */
export function BringForm() {
  const { t } = useTranslation('elsewhere');
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const [bring, { loading, refusal, failed }] = useResultMutation(BRING, { refetch: ['MyElsewhere'] });
  const open = async (input: { file?: string; fileName?: string; address?: string }) => {
    const { ok } = await bring({ input });
    if (ok) void navigate(`/growth/elsewhere/${ok.id}`);
  };
  const take = async ([file]: File[]) => {
    if (!file) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) await open({ file: inBase64(await file.arrayBuffer()), fileName: file.name });
  };
  return (
    <div className={styles.bring}>
      <FileDrop onFiles={(files) => void take(files)} accept={ACCEPT} multiple={false} hint={t('bring.hint')} />
      <form
        className={styles.address}
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim()) void open({ address: address.trim() });
        }}
      >
        <TextInput
          label={t('bring.address')}
          placeholder="https://"
          type="url"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button type="submit" busy={loading} disabled={!address.trim()}>
          {t('bring.fetch')}
        </Button>
      </form>
      {tooLarge && <RefusalNote>{t('bring.tooLarge')}</RefusalNote>}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </div>
  );
}
