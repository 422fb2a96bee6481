import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { TextLink } from '../../../components/text-link.js';
import { SIMILAR_SKILLS } from './merge-skill.documents.js';
import styles from './skill-workspace.module.css';

interface Props {
  name: string;
  frameworkId?: string;
  exceptSkillId?: string;
  /** Makes the finds choosable. */
  onChoose?: (skillId: string) => void;
  /** What choosing one does, where its name alone would not say it. */
  act?: string;
}

/** What is nearly the same already, under its own name or another. */
export function SimilarSkills({ name, frameworkId, exceptSkillId, onChoose, act }: Props) {
  const { t } = useTranslation('frameworks');
  const [settled] = useDebouncedValue(name.trim(), 200);
  const { data, previousData } = useQuery(SIMILAR_SKILLS, {
    variables: { name: settled, frameworkId, exceptSkillId },
    skip: settled.length < 3,
  });
  const found = settled.length < 3 ? [] : ((data ?? previousData)?.similarSkills ?? []);
  if (found.length === 0) return null;
  return (
    <section aria-label={t('similar.title')}>
      <p className={styles.facts}>{t('similar.title')}</p>
      <ul className={styles.alike}>
        {found.map(({ skill, synonym }) => (
          <li key={skill.revisionId}>
            {onChoose && !act ? (
              <Button size="small" variant="quiet" onClick={() => onChoose(skill.id)}>
                {skill.name}
              </Button>
            ) : (
              <TextLink to={`/programme/frameworks/${skill.framework.id}?skill=${skill.id}`} target="_blank">
                {skill.name}
              </TextLink>
            )}
            <small>
              {skill.framework.title} {skill.framework.version}
              {synonym && `, ${t('similar.also', { name: synonym })}`}
            </small>
            {onChoose && act && (
              <Button
                size="small"
                aria-label={t('similar.act', { act, name: skill.name })}
                onClick={() => onChoose(skill.id)}
              >
                {act}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
