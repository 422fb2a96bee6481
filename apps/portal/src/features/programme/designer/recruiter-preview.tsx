import { useTranslation } from 'react-i18next';
import { BadgeImage } from '../../../components/badge-image.js';
import { KeyValues } from '../../../components/key-values.js';
import { useViewer } from '../../../lib/viewer.js';
import type { Version } from './designer.documents.js';
import type { Draft } from './draft.js';
import styles from './designer.module.css';

/** What a stranger reads behind a share link: who, what, at which level, how it was assessed, and what that is worth. */
export function RecruiterPreview({ version, draft }: { version: Version; draft: Draft }) {
  const { t } = useTranslation('programme');
  const { organisation } = useViewer();
  const { descriptors } = draft;
  const outcomes = draft.outcomes.filter((line) => line.trim());
  const isVerifying = draft.route !== 'COMPLETION';
  // t('programme:recruiter.verdict') t('programme:recruiter.tookPart')
  const facts = [
    { name: t('recruiter.assessed'), value: descriptors.assessmentType },
    { name: t('recruiter.marked'), value: t(`policy.${draft.markingPolicy}`) },
    { name: t('eu.supervision'), value: descriptors.supervision },
    { name: t('eu.qualityAssurance'), value: descriptors.qualityAssurance },
    {
      name: t('eu.workloadHours'),
      value: descriptors.workloadHours && t('sheet.hours', { count: descriptors.workloadHours }),
    },
    {
      name: t('eu.eqfLevel'),
      value:
        descriptors.eqfLevel &&
        t('recruiter.referenced', { level: descriptors.eqfLevel, by: descriptors.referencedBy || '–' }),
    },
  ];
  return (
    <article className={styles.recruiter}>
      <BadgeImage url={version.badgeUrl} name={draft.name} size={96} />
      <p className={styles.holder}>{t('recruiter.name')}</p>
      <h3>{draft.name || t('designer.untitled')}</h3>
      <p>
        {t(isVerifying ? 'recruiter.verdict' : 'recruiter.tookPart', { issuer: organisation.name })}{' '}
        {draft.validityMonths === null ? t('sheet.forever') : t('sheet.valid', { count: draft.validityMonths })}
      </p>
      {isVerifying && draft.skills.length > 0 && (
        <ul className={styles.bulleted}>
          {draft.skills.map(({ skill, levelOrdinal }) => (
            <li key={skill.id}>
              {t('recruiter.skill', {
                skill: skill.name,
                level: skill.framework.scale.levels.find(({ ordinal }) => ordinal === levelOrdinal)?.label ?? '–',
                framework: skill.framework.title,
              })}
            </li>
          ))}
        </ul>
      )}
      <h4>{t('sheet.can')}</h4>
      {outcomes.length === 0 ? (
        <p className={styles.hint}>{t('sheet.noOutcomes')}</p>
      ) : (
        <ul className={styles.bulleted}>
          {outcomes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <h4>{t('recruiter.worth')}</h4>
      <KeyValues items={facts.map(({ name, value }) => ({ name, value: value || t('sheet.notStated') }))} />
    </article>
  );
}
