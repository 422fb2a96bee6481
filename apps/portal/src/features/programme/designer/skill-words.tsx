import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { SKILL } from '../frameworks/framework.documents.js';
import styles from './designer.module.css';

/** What the framework says about this skill at this level, to write from. */
export function SkillWords({ skillId, ordinal }: { skillId: string; ordinal: number }) {
  const { t } = useTranslation('programme');
  const { data, loading } = useQuery(SKILL, { variables: { id: skillId } });
  const skill = data?.skill;
  // Holds its place, so that what stands below does not jump away from whoever goes on there.
  if (loading && !skill) return <LoadingRows rows={3} />;
  if (!skill) return null;
  const words = skill.levels.find(({ level }) => level.ordinal === ordinal);
  return (
    <section className={styles.source}>
      <h2>{t('basics.frameworkSays', { framework: skill.framework.title })}</h2>
      {words && words.descriptors.length > 0 ? (
        <ul>
          {words.descriptors.map((descriptor) => (
            <li key={descriptor}>{descriptor}</li>
          ))}
        </ul>
      ) : (
        <p>{t('skill.noWords')}</p>
      )}
      <TextLink to={`/programme/skills/${skill.id}`}>{t('basics.allLevels')}</TextLink>
    </section>
  );
}
