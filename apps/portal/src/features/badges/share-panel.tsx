import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Count } from '../../components/chip.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { END_SHARE, SHARE_CREDENTIAL, type Badge, type Grant } from './badges.documents.js';
import styles from './share-panel.module.css';

const DAYS = { month: 30, year: 365, open: null } as const;
type Length = keyof typeof DAYS;

/** Links that show this badge to whoever has them: made, counted and ended by the holder alone. */
export function SharePanel({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const [length, setLength] = useState<Length>('year');
  const [share, { loading, refusal, failed }] = useResultMutation(SHARE_CREDENTIAL, { refetch: ['Badge'] });
  const live = badge.shareGrants.filter((grant) => !grant.revokedAt && !isOver(grant));
  const make = () => {
    const days = DAYS[length];
    const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
    return share({ credentialId: badge.id, expiresAt });
  };
  return (
    <Section title={t('share.title')} aside={<Count>{live.length}</Count>}>
      <div className={styles.make}>
        <p>{t('share.body')}</p>
        <SegmentedChoice
          label={t('share.length')}
          hideLabel={false}
          value={length}
          onChange={setLength}
          options={[
            { value: 'month', label: t('share.month') },
            { value: 'year', label: t('share.year') },
            { value: 'open', label: t('share.open') },
          ]}
        />
        <Button variant={live.length === 0 ? 'primary' : 'outline'} busy={loading} onClick={() => void make()}>
          {t('share.make')}
        </Button>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('share.failed')}</RefusalNote>}
      </div>
      <ul>
        {live.map((grant) => (
          <ShareLink key={grant.id} grant={grant} />
        ))}
      </ul>
    </Section>
  );
}

function isOver(grant: Grant): boolean {
  return grant.expiresAt !== null && new Date(grant.expiresAt) < new Date();
}

function ShareLink({ grant }: { grant: Grant }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  const [copied, setCopied] = useState(false);
  const [ending, setEnding] = useState(false);
  const [end, { loading, refusal }] = useResultMutation(END_SHARE, { refetch: ['Badge'] });
  const copy = async () => {
    await navigator.clipboard.writeText(grant.url);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  const confirm = async () => {
    const { ok } = await end({ id: grant.id });
    if (ok) setEnding(false);
  };
  return (
    <li className={styles.link}>
      <a href={grant.url} target="_blank" rel="noreferrer">
        {grant.url.replace(/^https?:\/\//, '')}
      </a>
      <p>
        {grant.expiresAt ? t('share.until', { date: date(grant.expiresAt) }) : t('share.noEnd')}
        {' · '}
        {t('opened', { count: grant.views })}
      </p>
      <div className={styles.acts}>
        <Button
          size="small"
          icon={copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />}
          onClick={() => void copy()}
        >
          {copied ? t('share.copied') : t('share.copy')}
        </Button>
        <Button size="small" onClick={() => setEnding(true)}>
          {t('share.end')}
        </Button>
      </div>
      <ConfirmDialog
        open={ending}
        title={t('share.endTitle')}
        act={t('share.end')}
        danger
        busy={loading}
        refusal={refusal?.message}
        onConfirm={() => void confirm()}
        onClose={() => setEnding(false)}
      >
        <p>{t('share.endBody', { count: grant.views })}</p>
      </ConfirmDialog>
    </li>
  );
}
