import { useTranslation } from 'react-i18next';
import { Count, StatusWord } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { StandingShape } from '../../components/standing-shape.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import { cellOf, risksOf, type Named } from './team-facts.js';
import type { TeamCell, TeamMap, TeamPerson, TeamSkill } from './team.documents.js';
import styles from './team-panel.module.css';

interface Props {
  team: TeamMap;
  selected: { personId: string | null; skillId: string | null };
}

/** Where the chosen level comes from, and what the team should watch. Never the evidence itself. */
export function TeamPanel({ team, selected }: Props) {
  const { t } = useTranslation('team');
  const risks = risksOf(team);
  const person = team.people.find((each) => each.person.id === selected.personId);
  const skill = team.skills.find((each) => each.skill.id === selected.skillId);
  return (
    <aside className={styles.panel} aria-label={t('panel')}>
      {person && skill ? (
        <Provenance person={person} skill={skill} cell={cellOf(person, skill.skill.id)} />
      ) : (
        <p className={styles.hint}>{t('choose')}</p>
      )}
      {person && person.waiting.length > 0 && <Waiting person={person} />}
      <Risk title={t('risks.lapsing')} found={risks.lapsing} lead={(each) => t('cell.days', { count: each.days })} />
      <Risk title={t('risks.lapsed')} found={risks.lapsed} />
      <Risk title={t('risks.sole')} found={risks.sole} />
    </aside>
  );
}

function Provenance({ person, skill, cell }: { person: TeamPerson; skill: TeamSkill; cell: TeamCell | undefined }) {
  const { t } = useTranslation('team');
  const { date } = useFormat();
  const label = (ordinal: number | null | undefined) =>
    skill.skill.framework.scale.levels.find((level) => level.ordinal === ordinal)?.label ?? ordinal;
  return (
    <Section title={`${person.person.displayName}, ${skill.skill.name}`}>
      <div className={styles.facts} aria-live="polite">
        {cell?.level == null && <p>{t('provenance.none')}</p>}
        {cell?.level != null && (
          <StatusWord icon={<StandingShape standing={cell.state === 'LAPSED' ? 'lapsed' : 'verified'} />}>
            {cell.state === 'LAPSED'
              ? t('provenance.lapsed', { level: label(cell.level), date: cell.validUntil ? date(cell.validUntil) : '' })
              : t('provenance.verified', {
                  level: label(cell.level),
                  date: cell.verifiedOn ? date(cell.verifiedOn) : '',
                })}
          </StatusWord>
        )}
        {cell?.achievementName && <p className={styles.serif}>{cell.achievementName}</p>}
        {cell?.assessors != null && <p>{t('provenance.assessors', { count: cell.assessors })}</p>}
        {cell?.validUntil && cell.state !== 'LAPSED' && <p>{t('provenance.until', { date: date(cell.validUntil) })}</p>}
        {cell?.needed != null && (
          <p>
            {t('provenance.needed', { level: label(cell.needed) })} {cell.mustHave && t('provenance.mustHave')}
          </p>
        )}
      </div>
    </Section>
  );
}

function Waiting({ person }: { person: TeamPerson }) {
  const { t } = useTranslation('team');
  // t('team:state.DRAFT') t('team:state.SUBMITTED') t('team:state.QUEUED') t('team:state.IN_MARKING')
  // t('team:state.RECONCILING') t('team:state.IN_MODERATION') t('team:state.READY_FOR_RELEASE') t('team:state.RELEASED')
  // t('team:state.CLOSED') t('team:state.RETURNED') t('team:state.ON_HOLD') t('team:state.WITHDRAWN') t('team:state.VOID')
  return (
    <Section title={t('waiting')} aside={<Count>{person.waiting.length}</Count>}>
      <ul className={styles.list}>
        {person.waiting.map((submission) => (
          <li key={submission.id}>
            {achievementTitle(submission.achievementVersion)}
            <small>{t(`state.${submission.state}`)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface RiskProps<Each extends Named> {
  title: string;
  found: readonly Each[];
  lead?: (each: Each) => string;
}

function Risk<Each extends Named>({ title, found, lead }: RiskProps<Each>) {
  const { t } = useTranslation('team');
  return (
    <Section title={title} aside={<Count>{found.length}</Count>}>
      {found.length === 0 && <p className={styles.hint}>{t('risks.none')}</p>}
      <ul className={styles.list}>
        {found.slice(0, 8).map((each) => (
          <li key={`${each.person.person.id} ${each.skill.skill.id}`}>
            {lead && <b>{lead(each)}</b>} {each.person.person.displayName}, {each.skill.skill.name}
          </li>
        ))}
        {found.length > 8 && <li>{t('risks.more', { count: found.length - 8 })}</li>}
      </ul>
    </Section>
  );
}
