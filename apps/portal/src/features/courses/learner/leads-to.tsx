import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../../components/level-tile.js';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { achievementTitle } from '../../../lib/format.js';
import styles from '../courses.module.css';
import type { ShownCourse } from './courses.documents.js';
import { Finishing } from './finishing.js';

/** From the course to the skill, and from the skill to what proves it; with what happens by itself when it is finished. */
export function LeadsTo({ course }: { course: ShownCourse }) {
  const { t } = useTranslation('courses');
  const { outcomes } = course;
  return (
    <Section title={t('section.leadsTo')} voice="record">
      {outcomes.length === 0 ? (
        <p className={styles.hint}>{t('leadsTo.nothing')}</p>
      ) : (
        <ul className={styles.rows}>
          {outcomes.map((outcome) => (
            <li key={outcome.skill?.id}>
              <Outcome outcome={outcome} />
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.under}>{t('leadsTo.finished')}</h3>
      <Finishing course={course} />
      <p className={styles.hint}>{t('outcome.never')}</p>
    </Section>
  );
}

function Outcome({ outcome }: { outcome: ShownCourse['outcomes'][number] }) {
  const { t } = useTranslation('courses');
  const { skill, level, result, achievement } = outcome;
  // t('courses:you.ATTACH_EVIDENCE') t('courses:you.SEND_FOR_REVIEW') t('courses:you.COMPLETE') t('courses:you.NONE')
  return (
    <>
      <span className={styles.acts}>
        {level && <LevelTile level={level.ordinal} label={level.label} />}
        {skill && <TextLink to={`/programme/skills/${skill.id}`}>{skill.name}</TextLink>}
        {level && <span className={styles.quiet}>{level.label}</span>}
      </span>
      <span>
        {achievement ? (
          <>
            {t('leadsTo.provedBy')}{' '}
            <TextLink to={`/growth/achievements/${achievement.id}`}>{achievementTitle(achievement)}</TextLink>
          </>
        ) : (
          <span className={styles.quiet}>{t('leadsTo.notProved')}</span>
        )}
      </span>
      <span className={styles.hint}>{t(`you.${result}`)}</span>
    </>
  );
}
