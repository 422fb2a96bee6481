import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { NameLink, TextLink } from '../../components/text-link.js';
import { type Member, SMALLEST_TEAM } from './asking.documents.js';
import styles from './insights.module.css';
import { Proofs } from './proofs.js';
import { type AskedSkill, type useAsking } from './use-asking.js';
import { useSkillWords } from './use-skill-words.js';

/** The fewest people who can do all of it together, why each is in, and the team to fall back on. */
export function TeamAnswer({ asking }: { asking: ReturnType<typeof useAsking> }) {
  const { t } = useTranslation('insights');
  const { needs, unitId, from } = asking;
  const { data, previousData, error, refetch } = useQuery(SMALLEST_TEAM, {
    variables: { requirements: needs, unitId, from: from || null },
  });
  const team = (data ?? previousData)?.smallestTeam;
  if (error && !team) return <ErrorState onRetry={() => void refetch()} />;
  if (!team) return <LoadingRows rows={4} />;
  // t('insights:ask.exact', { count: 1 }) t('insights:ask.greedy', { count: 1 })
  // t('insights:ask.restOf', { count: 1 }) t('insights:ask.teamOf', { count: 1 })
  const uncovered = needs.filter(({ skillId }) => team.uncovered.includes(skillId));
  return (
    <>
      {team.members.length > 0 && (
        <output className={styles.quiet}>
          {t(team.exact ? 'ask.exact' : 'ask.greedy', { count: team.considered })}
          {team.more && ` ${t('ask.moreThere')}`} <TextLink to={asking.everybodyFor}>{t('ask.considered')}</TextLink>
        </output>
      )}
      {uncovered.length > 0 && (
        <div className={styles.lacking}>
          <p>{t('ask.uncovered')}</p>
          <ul>
            {uncovered.map((need) => (
              <Lacking key={need.skillId} need={need} />
            ))}
          </ul>
        </div>
      )}
      {team.members.length === 0 ? (
        <EmptyState title={t('ask.none')}>{t('ask.noneBody')}</EmptyState>
      ) : (
        <Section
          title={t(uncovered.length > 0 ? 'ask.restOf' : 'ask.teamOf', { count: team.members.length })}
          voice="record"
        >
          <Members members={team.members} />
        </Section>
      )}
      {team.runnerUp.length > 0 && (
        <Section title={t('ask.runnerUp', { name: team.runnerUpWithout, count: team.runnerUp.length })} voice="record">
          <Members members={team.runnerUp} />
        </Section>
      )}
      {team.members.length > 0 && team.runnerUp.length === 0 && <p>{t('ask.noRunnerUp')}</p>}
    </>
  );
}

function Members({ members }: { members: readonly Member[] }) {
  return (
    <ol className={styles.members}>
      {members.map(({ person, adds }) => (
        <li key={person.personId}>
          <div>
            <NameLink to={`/growth/colleagues/${person.personId}`}>{person.name}</NameLink>
            <small className={styles.sub}>{[person.jobTitle, person.unitName].filter(Boolean).join(' · ')}</small>
          </div>
          <Proofs proofs={person.proofs.filter(({ skillId }) => adds.includes(skillId))} />
        </li>
      ))}
    </ol>
  );
}

function Lacking({ need }: { need: AskedSkill }) {
  const { t } = useTranslation('insights');
  const words = useSkillWords(need);
  return (
    <li>
      {words.name} <small>{t('ask.atLeast', { level: words.level })}</small>
    </li>
  );
}
