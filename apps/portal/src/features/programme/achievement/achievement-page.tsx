import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BadgeImage } from '../../../components/badge-image.js';
import { CourseSection } from '../../../components/course-section.js';
import { EvidenceAtHand } from '../../../components/evidence-at-hand.js';
import { GapStepList } from '../../../components/gap-step-list.js';
import { KeyValues } from '../../../components/key-values.js';
import { Page, PageHeader, Section, WithRail } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { EVIDENCE_AT_HAND } from '../../../lib/evidence-at-hand.documents.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useViewer } from '../../../lib/viewer.js';
import { ACHIEVEMENT } from './achievement.documents.js';
import { badgeOf } from './held.rules.js';
import { AchievementSheet } from './achievement-sheet.js';
import { StackProgress } from './stack-progress.js';
import { StartAct } from './start-act.js';
import styles from './achievement.module.css';

/** So many say enough; the library has the rest. */
const SHOWN = 3;

type Version = NonNullable<ResultOf<typeof ACHIEVEMENT>['achievementVersion']>;

/** One achievement as everybody sees it: what it is worth, what it asks, and the way to begin. */
export function AchievementPage() {
  const { t } = useTranslation('programme');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ACHIEVEMENT, { variables: { id } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  const version = data.achievementVersion;
  if (!version)
    return (
      <EmptyState alone title={t('achievement.none')}>
        {t('achievement.noneBody')}
      </EmptyState>
    );
  const { rubric, ...view } = version;
  return (
    <Page title={version.name} width="reading" record={version.id}>
      <PageHeader
        title={version.name}
        above={
          <>
            <TextLink to="/growth/achievements">{t('achievement.all')}</TextLink>
            <span aria-hidden>·</span>
            <span>{t('achievement.version', { number: version.number })}</span>
          </>
        }
        acts={<StartAct version={version} />}
      />
      {version.state === 'DRAFT' && <Note tone="amber">{t('achievement.isDraft')}</Note>}
      {version.state === 'SUPERSEDED' && <Note>{t('achievement.isSuperseded')}</Note>}
      {version.state === 'RETIRED' && <Note>{t('achievement.isRetired', { reason: version.retiredReason })}</Note>}
      {version.route === 'COMPLETION' && <Note>{t('routeMeans.COMPLETION')}</Note>}
      {version.prerequisites.length > 0 && (
        <p className={styles.first}>
          {t('achievement.first')}{' '}
          {version.prerequisites.map((each, at) => (
            <span key={each.id}>
              {at > 0 && ', '}
              <TextLink to={`/growth/achievements/${each.id}`}>{each.name}</TextLink>
            </span>
          ))}
        </p>
      )}
      <WithRail rail={<Facts version={version} />}>
        <AtHand version={version} />
        {version.stackRule && <StackProgress rule={version.stackRule} progress={version.myStackProgress} />}
        <AchievementSheet
          view={{ ...view, criteria: rubric.criteria, enough: view.evidenceRules.map(({ words }) => words) }}
        />
      </WithRail>
    </Page>
  );
}

/** Whoever has shown something like it before begins with that. */
function AtHand({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const { may } = useViewer();
  const badge = version.mySubmission ? badgeOf(version.mySubmission) : 'none';
  const isEarned = version.state === 'PUBLISHED' && version.route !== 'STACK' && version.route !== 'COMPLETION';
  const { data } = useQuery(EVIDENCE_AT_HAND, {
    variables: { versionId: version.id },
    skip: !isEarned || badge === 'held' || badge === 'signing' || !may('evidence.keep'),
  });
  const found = data?.evidenceAtHand ?? [];
  if (found.length === 0) return null;
  const numbers = new Map(version.rubric.criteria.map(({ id }, at) => [id, at + 1]));
  return (
    <Section title={t('achievement.atHand')} aside={t('achievement.atHandAside')}>
      <EvidenceAtHand found={found.slice(0, SHOWN)} numbers={numbers} />
    </Section>
  );
}

/** Colleagues who hold it and offer help. */
function Ways({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const ways = version.myWays.filter(({ kind }) => kind === 'MENTOR');
  if (version.state !== 'PUBLISHED' || version.route === 'STACK' || ways.length === 0) return null;
  return (
    <Section title={t('achievement.ways')}>
      <GapStepList steps={ways} label={t('achievement.ways')} />
    </Section>
  );
}

function Facts({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const { skill, awardedSkills, descriptors } = version;
  return (
    <div className={styles.facts}>
      <BadgeImage url={version.badgeUrl} name={version.name} size={160} />
      <KeyValues
        items={[
          ...awardedSkills.map((awarded) => ({
            name: awarded.skill ? (
              <TextLink to={`/programme/skills/${awarded.skill.id}`}>{awarded.skill.name}</TextLink>
            ) : (
              '–'
            ),
            value: awarded.level ? `${awarded.level.ordinal} ${awarded.level.label}` : '–',
          })),
          {
            name: t('achievement.work'),
            value:
              descriptors.workloadHours === null
                ? t('sheet.notStated')
                : t('sheet.hours', { count: descriptors.workloadHours }),
          },
          {
            name: t('achievement.lasts'),
            value:
              version.validityMonths === null
                ? t('achievement.noEnd')
                : t('achievement.months', { count: version.validityMonths }),
          },
          { name: t('home.columns.holders'), value: version.holders ?? t('achievement.few') },
        ]}
      />
      {skill && <CourseSection title={t('achievement.courses')} courses={version.courses} skillId={skill.id} />}
      <Ways version={version} />
      {skill && <p className={styles.hint}>{t('achievement.from', { framework: skill.framework.title })}</p>}
    </div>
  );
}
