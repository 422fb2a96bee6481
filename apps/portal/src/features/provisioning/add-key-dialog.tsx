import { Modal, Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import { MAKE_KEY } from './keys.documents.js';
import styles from './provisioning.module.css';
import { SecretDialog } from './secret-dialog.js';

const DAYS = ['30', '90', '365', '730'];

/** A key for a system; its words are told once, right after. */
export function AddKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'OWN' | 'ANY'>('OWN');
  const [days, setDays] = useState('365');
  const [told, setTold] = useState<{ words: string; expiresAt: string; name: string } | null>(null);
  const [make, { loading, refusal, failed }] = useResultMutation(MAKE_KEY, { refetch: ['VerificationKeys'] });
  const run = async () => {
    const { ok } = await make({ name, scope, days: Number(days) });
    if (ok) setTold({ words: ok.secret, expiresAt: ok.key.expiresAt, name: ok.key.name });
  };
  if (told)
    return <SecretDialog of="key" secret={{ ...told, baseUrl: `${location.origin}/api/verify` }} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={t('keys.add')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void run();
        }}
      >
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameHint')}
          value={name}
          maxLength={100}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group
          label={t('keys.checks')}
          value={scope}
          onChange={(value) => setScope(value === 'ANY' ? 'ANY' : 'OWN')}
        >
          <Radio value="OWN" label={t('keys.scope.OWN')} mt={8} />
          <Radio value="ANY" label={t('keys.scope.ANY')} mt={8} />
        </Radio.Group>
        <Select
          label={t('keys.days')}
          data={DAYS.map((value) => ({ value, label: t('keys.lasts', { count: Number(value) }) }))}
          value={days}
          allowDeselect={false}
          onChange={(value) => setDays(value ?? '365')}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!name.trim()}>
            {t('keys.make')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
