import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CourseSection } from '../../../components/course-section.js';
import { DataTable } from '../../../components/data-table.js';
import { LevelTile } from '../../../components/level-tile.js';
import { Page, PageHeader, Section, WithRail } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { SkillLife } from './skill-life.js';
import { SKILL, type Skill } from './framework.documents.js';
import styles from './framework.module.css';

/** What a skill means, level by level, and which roles ask for it. */
export function SkillPage() {
  const { t } = useTranslation('programme');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(SKILL, { variables: { id } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  const { skill } = data;
  if (!skill)
    return (
      <EmptyState alone title={t('skill.none')}>
        {t('framework.noneBody')}
      </EmptyState>
    );
  return (
    <Page title={skill.name} width="reading" record={skill.id}>
      <PageHeader
        title={skill.name}
        above={
          <>
            <TextLink to={`/programme/frameworks/${skill.framework.id}`}>{skill.framework.title}</TextLink>
            <span aria-hidden>·</span>
            <span>{skill.framework.version}</span>
          </>
        }
      />
      <WithRail
        rail={
          <>
            <Section title={t('skill.requiredBy')} aside={t('skill.rungs', { count: skill.requiredBy.length })}>
              <RequiredBy requirements={skill.requiredBy} />
            </Section>
            <CourseSection title={t('skill.courses')} courses={skill.courses} skillId={skill.id} />
          </>
        }
      >
        <p className={styles.prose}>{skill.description}</p>
        <SkillLife id={skill.id} name={skill.name} frameworkId={skill.framework.id}>
          <Levels levels={skill.levels} />
        </SkillLife>
        <p className={styles.foot}>
          {skill.framework.attribution} {skill.framework.licence}
        </p>
      </WithRail>
    </Page>
  );
}

function Levels({ levels }: { levels: Skill['levels'] }) {
  const { t } = useTranslation('programme');
  if (!levels.some((each) => each.descriptors.length > 0))
    return <EmptyState title={t('skill.noLevels')}>{t('skill.noLevelsBody')}</EmptyState>;
  return levels.map(({ level, descriptors }) => (
    <section key={level.id} className={styles.level}>
      <LevelTile level={level.ordinal} />
      <div>
        <h2>{level.label}</h2>
        {descriptors.length === 0 ? (
          <p className={styles.quiet}>{t('skill.noWords')}</p>
        ) : (
          <ul className={styles.bullets}>
            {descriptors.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  ));
}

function RequiredBy({ requirements }: { requirements: Skill['requiredBy'] }) {
  const { t } = useTranslation('programme');
  return (
    <DataTable
      label={t('skill.requiredBy')}
      density="compact"
      keys={false}
      rows={requirements}
      rowId={(row) => row.id}
      empty={<p className={styles.quiet}>{t('skill.nobody')}</p>}
      columns={[
        { id: 'rung', head: t('skill.role'), phone: true, cell: (row) => row.jobRoleLevel.name },
        {
          id: 'level',
          head: t('home.columns.level'),
          phone: true,
          width: 130,
          cell: (row) =>
            row.level ? (
              <span className={styles.asked}>
                <LevelTile level={row.level.ordinal} size="small" /> {row.level.label}
              </span>
            ) : (
              t('roles.noLevel')
            ),
        },
      ]}
    />
  );
}
