import { useTranslation } from 'react-i18next';
import { BadgeImage } from '../../../components/badge-image.js';
import { LinkButton } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { LevelTile } from '../../../components/level-tile.js';
import { Section } from '../../../components/page.js';
import { useFormat } from '../../../lib/format.js';
import { outcomeTone, useSubmissionWords } from '../submission-words.js';
import type { Decision, FullSubmission } from '../submission.types.js';
import styles from './outcome-section.module.css';

interface Props {
  decision: Decision;
  /** What was told before, the latest first. */
  replaced: FullSubmission['replacedDecisions'];
  award: FullSubmission['award'];
  version: FullSubmission['achievementVersion'];
}

/** What was decided, criterion by criterion, with what the assessor wrote. */
export function OutcomeSection({ decision, replaced, award, version }: Props) {
  const { t } = useTranslation('submissions');
  const words = useSubmissionWords();
  const format = useFormat();
  // t('submissions:outcome.changed.MARKING') t('submissions:outcome.changed.MODERATION') t('submissions:outcome.changed.APPEAL')
  // t('submissions:outcome.changed.RECALL') t('submissions:outcome.changed.MALPRACTICE')
  const met = decision.criteria.filter((criterion) => criterion.met).length;
  return (
    <Section
      title={t('outcome.title')}
      voice="record"
      aside={decision.releasedAt ? t('outcome.released', { day: format.day(decision.releasedAt) }) : null}
    >
      <div className={styles.verdict} data-outcome={decision.outcome}>
        <div>
          <h3>{words.outcome(decision.outcome)}</h3>
          <p>{t('outcome.met', { met, count: decision.criteria.length })}</p>
          {decision.releasedAt && replaced[0] && (
            <p className={styles.changed}>
              {t(`outcome.changed.${decision.cause}`, { day: format.day(decision.releasedAt) })}{' '}
              {t('outcome.before', { outcome: words.outcome(replaced[0].outcome) })}
            </p>
          )}
          {decision.overallComment && <p className={styles.overall}>{decision.overallComment}</p>}
        </div>
        {award && <AwardState award={award} version={version} />}
      </div>
      <ol className={styles.criteria}>
        {decision.criteria.map((row) => (
          <li key={row.criterion.id}>
            <span className={styles.number}>{row.number}</span>
            <div className={styles.words}>
              <p className={styles.title}>{row.criterion.title}</p>
              <StatusWord tone={row.met ? 'green' : outcomeTone(decision.outcome)}>
                {row.met ? t('outcome.criterionMet') : t('outcome.criterionNotYet')}
              </StatusWord>
              {row.comment && <p className={styles.comment}>{row.comment}</p>}
              {!row.met && row.criterion.mustReach !== null && (
                <p className={styles.needed}>
                  {t('outcome.needed', {
                    level: row.criterion.mustReach,
                    descriptor:
                      row.criterion.levels.find((level) => level.ordinal === row.criterion.mustReach)?.descriptor ?? '',
                  })}
                </p>
              )}
            </div>
            <LevelTile
              level={row.level}
              label={row.level === null ? t('outcome.noLevel') : t('outcome.level', { level: row.level })}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function AwardState({ award, version }: { award: NonNullable<Props['award']>; version: Props['version'] }) {
  const { t } = useTranslation('submissions');
  if (award.credential)
    return (
      <div className={styles.badge}>
        <BadgeImage url={version.badgeUrl} name={version.name} size={96} />
        <LinkButton to={`/growth/badges/${award.credential.id}`} variant="primary">
          {t('award.open')}
        </LinkButton>
      </div>
    );
  return <output className={styles.signing}>{award.state === 'PENDING' ? t('award.signing') : t('award.held')}</output>;
}
