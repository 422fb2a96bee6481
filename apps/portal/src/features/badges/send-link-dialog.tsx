import { useQuery } from '@apollo/client/react';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { type Grant, SEND_SHARE, SHARE_LETTER } from './badges.documents.js';
import styles from './share-panel.module.css';

const MOST_WORDS = 600;

/** Sends a link to one address: what it will say stands below before anything leaves. */
export function SendLinkDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('badges');
  const toast = useToast();
  const [address, setAddress] = useState('');
  const [words, setWords] = useState('');
  const [shown, setShown] = useState('');
  const [send, { loading, refusal, failed }] = useResultMutation(SEND_SHARE, { refetch: ['Badge'] });
  const run = async () => {
    const { ok } = await send({ input: { shareId: grant.id, address, words } });
    if (!ok) return;
    toast(t('send.done', { address: address.trim() }));
    onClose();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('send.title')}
      closeButtonProps={{ 'aria-label': t('send.close') }}
    >
      <form
        className={styles.send}
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim()) void run();
        }}
      >
        <TextInput
          label={t('send.address')}
          description={t('send.addressHint')}
          type="email"
          autoComplete="off"
          maxLength={254}
          required
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Textarea
          label={t('send.words')}
          description={t('send.wordsHint')}
          autosize
          minRows={2}
          maxLength={MOST_WORDS}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onBlur={() => setShown(words)}
        />
        <Letter shareId={grant.id} words={shown} />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('send.failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('send.cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!address.trim()}>
            {t('send.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Letter({ shareId, words }: { shareId: string; words: string }) {
  const { t } = useTranslation('badges');
  const { data, previousData, error, refetch } = useQuery(SHARE_LETTER, { variables: { shareId, words } });
  const letter = (data ?? previousData)?.shareLetter;
  if (error && !letter) return <ErrorState onRetry={() => void refetch()} />;
  if (!letter) return <LoadingRows rows={4} height={20} />;
  return (
    <section aria-label={t('send.letter')}>
      <p className={styles.letterHead}>{t('send.letter')}</p>
      <div className={styles.letter}>
        <b>{letter.subject}</b>
        {`\n\n${letter.text}`}
      </div>
    </section>
  );
}
