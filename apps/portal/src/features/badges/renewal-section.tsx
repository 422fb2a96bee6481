import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { Note, RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type Badge, START_RENEWAL } from './badges.documents.js';
import styles from './badge-page.module.css';

type Renewal = NonNullable<Badge['renewal']>;

/** Renewing a badge: from when on, what it asks, and the way to begin; and where it was renewed, the new one. */
export function RenewalSection({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  const { renewal, renewedBy, renews } = badge;
  if (renewedBy)
    return (
      <Note>
        {t('renewal.renewed')} <TextLink to={`/growth/badges/${renewedBy.id}`}>{t('renewal.toNew')}</TextLink>
      </Note>
    );
  const before = renews && (
    <p className={styles.quiet}>
      {t('renewal.renews')} <TextLink to={`/growth/badges/${renews.id}`}>{t('renewal.toOld')}</TextLink>
    </p>
  );
  if (!renewal || (!renewal.reason && !renewal.opensOn)) return before;
  return (
    <Section title={t('renewal.title')} id="renewal">
      {before}
      {renewal.reason ? (
        <Open renewal={renewal} />
      ) : (
        <p>{t('renewal.opens', { date: renewal.opensOn ? date(renewal.opensOn) : '' })}</p>
      )}
    </Section>
  );
}

function Open({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('badges');
  const navigate = useNavigate();
  const [start, { loading, refusal, failed }] = useResultMutation(START_RENEWAL);
  const { reason, submissionId, achievementVersionId, asks, carries } = renewal;
  if (!achievementVersionId) return <p>{t('renewal.notOffered')}</p>;
  const begin = async () => {
    const { ok } = await start({ achievementVersionId });
    if (ok) void navigate(`/growth/submissions/${ok.id}`);
  };
  // t('badges:renewal.why.ENDING') t('badges:renewal.why.ENDED') t('badges:renewal.why.CHANGED')
  // t('badges:renewal.because.NEW') t('badges:renewal.because.CHANGED') t('badges:renewal.because.AGED')
  // t('badges:renewal.because.NOT_MET') t('badges:renewal.because.ALL')
  return (
    <div className={styles.renewal}>
      <p>
        {t(`renewal.why.${reason}`)} {carries > 0 && t('renewal.carries', { count: carries })}{' '}
        {asks.length === 0 && t('renewal.recent')}
      </p>
      {asks.length > 0 && (
        <>
          <p>{t('renewal.asks', { count: asks.length })}</p>
          <ul className={styles.outcomes}>
            {asks.map(({ criterionId, title, because }) => (
              <li key={criterionId}>
                {title} <span className={styles.quiet}>· {t(`renewal.because.${because}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        {submissionId ? (
          <LinkButton variant="primary" to={`/growth/submissions/${submissionId}`}>
            {t('renewal.goOn')}
          </LinkButton>
        ) : (
          <Button variant="primary" busy={loading} onClick={() => void begin()}>
            {t('renewal.act')}
          </Button>
        )}
      </div>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('renewal.failed')}</RefusalNote>}
    </div>
  );
}
