import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { StandingShape, type Standing } from '../../components/standing-shape.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { MentorSwitch } from './mentor-switch.js';
import styles from './skill-detail.module.css';
import type { SkillRow } from './skills.documents.js';

/** Where each layer of one skill comes from. */
export function SkillDetail({ row, onClaim }: { row: SkillRow; onClaim: (() => void) | null }) {
  const { t } = useTranslation('pathway');
  // t('pathway:detail.by.MANAGER') t('pathway:detail.by.PEER')
  const { date } = useFormat();
  const { skill, verified, lapsed, observations, claimed } = row;
  return (
    <Section voice="record" title={skill?.name}>
      <dl className={styles.layers}>
        <Layer standing="verified" word={t('verified')}>
          {verified ? (
            <>
              <b>{levelWords(verified.level)}</b> {since(verified)}{' '}
              {verified.credential && (
                <TextLink to={`/growth/badges/${verified.credential.id}`}>
                  {verified.credential.achievementVersion.name}
                </TextLink>
              )}
              <FromElsewhere of={verified} />
            </>
          ) : (
            t('detail.notVerified')
          )}
        </Layer>
        {lapsed?.validUntil && (
          <Layer standing="lapsed" word={t('lapsed')}>
            {t('detail.lapsed', { level: levelWords(lapsed.level), date: date(lapsed.validUntil) })}{' '}
            {lapsed.credential && (
              <TextLink to={`/growth/badges/${lapsed.credential.id}#renewal`}>
                {t('detail.renew', { name: lapsed.credential.achievementVersion.name })}
              </TextLink>
            )}
            <FromElsewhere of={lapsed} />
          </Layer>
        )}
        <Layer standing="observed" word={t('observed')}>
          {observations.length === 0 && t('detail.notObserved')}
          {observations.map((seen) => (
            <p key={seen.id}>
              <b>{levelWords(seen.level)}</b>{' '}
              {t(`detail.by.${seen.capacity}`, { name: seen.observer?.displayName, date: date(seen.seenOn) })}{' '}
              {seen.usedOnJob && t('detail.usedOnJob')} <q>{seen.words}</q>
            </p>
          ))}
        </Layer>
        <Layer standing="claimed" word={t('claimed')}>
          {claimed ? (
            <>
              <b>{levelWords(claimed.level)}</b> {t('detail.claimed', { date: date(claimed.claimedAt) })}{' '}
              {claimed.words && <q>{claimed.words}</q>}
            </>
          ) : (
            t('detail.notClaimed')
          )}
        </Layer>
      </dl>
      {onClaim && verified && skill && <MentorSwitch skillId={skill.id} offers={skill.myMentorOffer !== null} />}
      {onClaim && (
        <Button className={styles.act} onClick={onClaim}>
          {claimed ? t('detail.change') : t('detail.claim')}
        </Button>
      )}
      <p className={styles.note}>{t('detail.apart')}</p>
    </Section>
  );

  /** Since when, until when, and whether it was assessed here. */
  function since({ verifiedOn, validUntil, recognisedFrom: issuer }: NonNullable<SkillRow['verified']>) {
    const from = date(verifiedOn);
    if (issuer)
      return validUntil
        ? t('detail.recognisedUntil', { from, issuer, until: date(validUntil) })
        : t('detail.recognisedSince', { from, issuer });
    return validUntil
      ? t('detail.verifiedUntil', { from, until: date(validUntil) })
      : t('detail.verifiedSince', { from });
  }
}

/** The badge from elsewhere for which a level is recognised. */
function FromElsewhere({ of }: { of: NonNullable<SkillRow['lapsed']> }) {
  return (
    of.externalCredentialId && <TextLink to={`/growth/elsewhere/${of.externalCredentialId}`}>{of.badgeName}</TextLink>
  );
}

const levelWords = (level: { ordinal: number; label: string } | null) =>
  level ? `${level.ordinal} · ${level.label}` : '';

function Layer({ standing, word, children }: { standing: Standing; word: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <StandingShape standing={standing} /> {word}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
