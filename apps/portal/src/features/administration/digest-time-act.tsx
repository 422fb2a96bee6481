import { useQuery } from '@apollo/client/react';
import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { CHANGE_DIGEST_TIME, DIGEST_TIME } from './mail.documents.js';
import styles from './digest-time-act.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(hour) }));
const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** When mails go out that gather what happened; said on the button, changed behind it. */
export function DigestTimeAct() {
  const { t } = useTranslation('administration');
  const [open, setOpen] = useState(false);
  const { data } = useQuery(DIGEST_TIME);
  if (!data) return null;
  const { hour, timeZone } = data.digestTime;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('mail.digests', { time: clock(hour), zone: timeZone })}</Button>
      {open && <Choice hour={hour} timeZone={timeZone} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choice({ onClose, ...now }: { hour: number; timeZone: string; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { t: kit } = useTranslation('kit');
  const toast = useToast();
  const [hour, setHour] = useState(now.hour);
  const [timeZone, setTimeZone] = useState(now.timeZone);
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_DIGEST_TIME, { refetch: ['DigestTime'] });
  const save = async () => {
    const { ok } = await change({ hour, timeZone });
    if (!ok) return;
    toast(t('mail.digestsSet', { time: clock(ok.hour), zone: ok.timeZone }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('mail.digestsTitle')} closeButtonProps={{ 'aria-label': kit('close') }}>
      <p className={styles.hint}>{t('mail.digestsHint')}</p>
      <div className={styles.fields}>
        <Select
          label={t('mail.digestsHour')}
          data={HOURS}
          value={String(hour)}
          allowDeselect={false}
          onChange={(value) => value !== null && setHour(Number(value))}
        />
        <Select
          label={t('mail.digestsZone')}
          data={ZONES}
          value={timeZone}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('mail.digestsNoZone')}
          onChange={(value) => value !== null && setTimeZone(value)}
        />
      </div>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('mail.digestsUnreached')}</RefusalNote>}
      <div className={styles.acts}>
        <Button onClick={onClose}>{kit('cancel')}</Button>
        <Button variant="primary" busy={loading} onClick={() => void save()}>
          {t('mail.digestsSave')}
        </Button>
      </div>
    </Modal>
  );
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
