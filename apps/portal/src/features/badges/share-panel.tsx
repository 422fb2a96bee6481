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
import { END_SHARE, SHARE_CREDENTIAL, type Badge, type Grant, type OtherBadge } from './badges.documents.js';
import { SendLinkDialog } from './send-link-dialog.js';
import { SentList } from './sent-list.js';
import { ShareLog } from './share-log.js';
import { NOTHING_ELSE, type Scope, ShareScope } from './share-scope.js';
import styles from './share-panel.module.css';

const DAYS = { month: 30, year: 365, open: null } as const;
type Length = keyof typeof DAYS;

/** Links that show this badge to whoever has them: made, counted and ended by the holder alone. */
export function SharePanel({ badge, others }: { badge: Badge; others: readonly OtherBadge[] }) {
  const { t } = useTranslation('badges');
  const [length, setLength] = useState<Length>('year');
  const [scope, setScope] = useState<Scope>(NOTHING_ELSE);
  const [share, { loading, refusal, failed }] = useResultMutation(SHARE_CREDENTIAL, { refetch: ['Badge'] });
  const live = badge.shareGrants.filter((grant) => !grant.revokedAt && !isOver(grant));
  const make = async () => {
    const days = DAYS[length];
    const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
    const evidence = scope.evidence.map((nth) => ({ credentialId: badge.id, nth }));
    const { ok } = await share({ credentialId: badge.id, expiresAt, scope: { ...scope, evidence } });
    if (ok) setScope(NOTHING_ELSE);
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
        <ShareScope badge={badge} others={others} scope={scope} onChange={setScope} />
        <Button
          variant={live.length === 0 && !badge.renewal?.reason ? 'primary' : 'outline'}
          busy={loading}
          onClick={() => void make()}
        >
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
  const [copied, setCopied] = useState<'link' | 'frame' | null>(null);
  const [ending, setEnding] = useState(false);
  const [sending, setSending] = useState(false);
  const [end, { loading, refusal }] = useResultMutation(END_SHARE, { refetch: ['Badge'] });
  const copy = async (what: 'link' | 'frame') => {
    await navigator.clipboard.writeText(what === 'link' ? grant.url : frameOf(grant.url));
    setCopied(what);
    setTimeout(() => setCopied(null), 2_000);
  };
  const also = [
    grant.furtherIds.length > 0 && t('share.alsoBadges', { count: grant.furtherIds.length }),
    grant.evidenceCount > 0 && t('share.alsoEvidence', { count: grant.evidenceCount }),
  ].filter(Boolean);
  const confirm = async () => {
    const { ok } = await end({ id: grant.id });
    if (ok) setEnding(false);
  };
  return (
    <li className={styles.link}>
      {grant.purpose && <b>{grant.purpose}</b>}
      <a href={grant.url} target="_blank" rel="noreferrer">
        {grant.url.replace(/^https?:\/\//, '')}
      </a>
      <p>
        {grant.expiresAt ? t('share.until', { date: date(grant.expiresAt) }) : t('share.noEnd')}
        {' · '}
        {t('opened', { count: grant.views })}
      </p>
      {also.length > 0 && <p>{t('share.also', { what: also.join(', ') })}</p>}
      {grant.sent.length > 0 && <SentList grant={grant} />}
      <ShareLog grant={grant} />
      <div className={styles.acts}>
        <CopyButton label={t('share.copy')} copied={copied === 'link'} onClick={() => void copy('link')} />
        <CopyButton label={t('share.frame')} copied={copied === 'frame'} onClick={() => void copy('frame')} />
        <Button size="small" onClick={() => setSending(true)}>
          {t('send.open')}
        </Button>
        <Button size="small" onClick={() => setEnding(true)}>
          {t('share.end')}
        </Button>
      </div>
      {sending && <SendLinkDialog grant={grant} onClose={() => setSending(false)} />}
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

/** The badge for another page: no script, and it always says how the badge stands. */
function frameOf(url: string): string {
  return `<iframe src="${url}/embed" title="Open Badge" width="420" height="130" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>`;
}

function CopyButton({ label, copied, onClick }: { label: string; copied: boolean; onClick: () => void }) {
  const { t } = useTranslation('badges');
  const icon = copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />;
  return (
    <Button size="small" icon={icon} onClick={onClick}>
      {copied ? t('share.copied') : label}
    </Button>
  );
}
