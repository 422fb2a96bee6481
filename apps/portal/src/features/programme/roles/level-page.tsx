import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { LevelTile } from '../../../components/level-tile.js';
import { OpenWords } from '../../../components/open-number.js';
import { Page, PageHeader, Section, WithRail } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { StateWord } from '../state-word.js';
import styles from './level-page.module.css';
import { LevelSurroundings } from './level-surroundings.js';
import { RoleTexts } from './role-texts.js';
import { LEVEL_PAGE, type PageLevel } from './level.documents.js';
import { useLevelPeople } from './use-level-people.js';

/** What a rung asks and what proves it, its ladder, and where one goes from here. */
export function LevelPage() {
  const { t } = useTranslation('roles');
  const peopleOf = useLevelPeople();
  const { levelId = '' } = useParams();
  const { data, error, refetch } = useQuery(LEVEL_PAGE, { variables: { id: levelId } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  const level = data.jobRoleLevel;
  if (!level)
    return (
      <EmptyState alone title={t('noLevel')}>
        {t('noLevelBody')}
      </EmptyState>
    );
  const { framework } = level.role;
  return (
    <Page title={level.name} width="reading" record={level.id}>
      <PageHeader
        title={level.name}
        above={
          <>
            <TextLink to={`/programme/roles?framework=${framework.id}&families=${level.role.family.id}`}>
              {level.role.family.name}
            </TextLink>
            <span aria-hidden>·</span>
            <span>{t('rungOf', { role: level.role.name, order: level.order, of: level.role.levels.length })}</span>
            <span aria-hidden>·</span>
            <StateWord state={framework.state} />
          </>
        }
        below={
          level.people !== null && (
            <OpenWords count={level.people} to={peopleOf(level)}>
              {t('peopleOn', { count: level.people })}
            </OpenWords>
          )
        }
        acts={
          framework.viewerCan.includes('edit') && (
            <LinkButton variant="primary" size="large" to={`/programme/roles/${level.id}/requirements`}>
              {t('editRequirements')}
            </LinkButton>
          )
        }
      />
      <WithRail rail={<LevelSurroundings level={level} />}>
        {framework.viewerCan.includes('edit') ? <RoleTexts key={level.id} level={level} /> : <About level={level} />}
        <Section title={t('asksFor')} voice="record" aside={t('asksSkills', { count: level.requirements.length })}>
          <Requirements level={level} />
        </Section>
        <p className={styles.foot}>
          {framework.attribution} {framework.licence}
        </p>
      </WithRail>
    </Page>
  );
}

function About({ level }: { level: PageLevel }) {
  const words = level.description || level.role.description;
  const lines = level.responsibilities.length > 0 ? level.responsibilities : level.role.responsibilities;
  return (
    <>
      {words && <p className={styles.prose}>{words}</p>}
      {lines.length > 0 && (
        <ul className={styles.bullets}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Requirements({ level }: { level: PageLevel }) {
  const { t } = useTranslation('roles');
  // t('roles:importance.1') t('roles:importance.2') t('roles:importance.3')
  return (
    <DataTable
      label={t('asksFor')}
      rows={level.requirements}
      rowId={(row) => row.id}
      keys={false}
      empty={<EmptyState title={t('asksNothing')}>{t('asksNothingBody')}</EmptyState>}
      columns={[
        {
          id: 'skill',
          head: t('skill'),
          phone: true,
          cell: (row) => (
            <>
              <NameLink to={`/programme/skills/${row.skill.id}`}>{row.skill.name}</NameLink>
              {row.adoptedFrom && (
                <span className={styles.from}>{t('adoptedFrom', { title: row.adoptedFrom.title })}</span>
              )}
            </>
          ),
        },
        {
          id: 'level',
          head: t('level'),
          phone: true,
          width: 150,
          cell: (row) =>
            row.level ? (
              <span className={styles.asked}>
                <LevelTile level={row.level.ordinal} size="small" /> {row.level.label}
              </span>
            ) : (
              <span className={styles.quiet}>{t('noLevelNamed')}</span>
            ),
        },
        {
          id: 'weight',
          head: t('weight'),
          width: 130,
          cell: (row) =>
            row.mustHave ? <b className={styles.must}>{t('mustHave')}</b> : t(`importance.${row.importance}`),
        },
        {
          id: 'proof',
          head: t('provenBy'),
          cell: (row) =>
            row.provenBy[0] ? (
              <TextLink to={`/growth/achievements/${row.provenBy[0].id}`}>{row.provenBy[0].name}</TextLink>
            ) : (
              <span className={styles.quiet}>{t('provenByNothing')}</span>
            ),
        },
      ]}
    />
  );
}
