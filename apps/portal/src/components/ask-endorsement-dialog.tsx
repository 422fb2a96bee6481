import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ASK_ENDORSEMENT } from '../lib/endorsements.documents.js';
import { useResultMutation } from '../lib/result.js';
import { useColleagues } from '../lib/use-colleagues.js';
import { Button } from './button.js';
import styles from './endorsements.module.css';
import { type Choice, SearchSelect } from './search-select.js';
import { SegmentedChoice } from './segmented-choice.js';
import { RefusalNote } from './states.js';
import { useToast } from './toast.js';

/** Asks a colleague by name, or anybody by mail. The link of the mail goes to them alone. */
export function AskEndorsementDialog({ credentialId, onClose }: { credentialId: string; onClose: () => void }) {
  const { t } = useTranslation('endorsements');
  const toast = useToast();
  const colleagues = useColleagues();
  const [way, setWay] = useState<'colleague' | 'mail'>('colleague');
  const [colleague, setColleague] = useState<Choice | null>(null);
  const [given, setGiven] = useState({ endorserName: '', endorserEmail: '', message: '' });
  const [ask, { loading, refusal, failed }] = useResultMutation(ASK_ENDORSEMENT, { refetch: ['Endorsements'] });
  const ready = way === 'colleague' ? colleague !== null : Boolean(given.endorserName && given.endorserEmail);
  const send = async () => {
    const whom = way === 'colleague' ? { colleagueId: colleague?.value } : given;
    const { ok } = await ask({ input: { credentialId, ...whom, message: given.message } });
    if (!ok) return;
    toast(t('ask.sent'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('ask.title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <p className={styles.by}>{t('ask.body')}</p>
        <SegmentedChoice
          label={t('ask.whom')}
          options={[
            { value: 'colleague', label: t('ask.colleague') },
            { value: 'mail', label: t('ask.mail') },
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'colleague' ? (
          <SearchSelect label={t('ask.who')} value={colleague} onChange={setColleague} {...colleagues} required />
        ) : (
          <>
            <TextInput
              label={t('ask.name')}
              value={given.endorserName}
              maxLength={200}
              onChange={(event) => setGiven({ ...given, endorserName: event.currentTarget.value })}
              required
            />
            <TextInput
              label={t('ask.email')}
              description={t('ask.emailHint')}
              type="email"
              value={given.endorserEmail}
              onChange={(event) => setGiven({ ...given, endorserEmail: event.currentTarget.value })}
              required
            />
          </>
        )}
        <Textarea
          label={t('ask.message')}
          value={given.message}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setGiven({ ...given, message: event.currentTarget.value })}
        />
        {(refusal ?? failed) && <RefusalNote>{refusal?.message ?? t('unreachable')}</RefusalNote>}
        <div className={styles.formActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!ready}>
            {t('ask.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
