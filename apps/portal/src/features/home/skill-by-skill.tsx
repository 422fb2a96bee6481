import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { LapsedLevel } from '../../components/lapsed-level.js';
import { LevelBar } from '../../components/level-bar.js';
import { Section } from '../../components/page.js';
import { StandingShape } from '../../components/standing-shape.js';
import { EmptyState } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import type { Row } from './home.documents.js';
import { isWithAssessors } from './next-steps.js';
import styles from './skill-by-skill.module.css';

/** What the readiness in the head is reckoned from. */
export const SKILLS = 'skills';
// Inside this, an end is news; before it, it is only a date.
const SOON_DAYS = 90;

/** The role's requirements, row by row: what is needed, what is verified, and in words how that stands. */
export function SkillBySkill({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('home');
  // t('home:skills.none')
  const steps = Math.max(4, ...rows.map((row) => row.requirement.skill.framework.scale.levels.length));
  const columns: Column<Row>[] = [
    {
      id: 'skill',
      head: t('skills.skill'),
      phone: true,
      cell: ({ requirement, verified }) => (
        <span className={(verified?.ordinal ?? 0) < (requirement.level?.ordinal ?? 0) ? styles.open : undefined}>
          {requirement.skill.name}
          {requirement.mustHave && <small> · {t('skills.mustHave')}</small>}
        </span>
      ),
    },
    {
      id: 'levels',
      head: t('skills.levels', { steps }),
      cell: ({ requirement, verified, layers }) => (
        <LevelBar
          steps={requirement.skill.framework.scale.levels.length || 4}
          verified={verified?.ordinal}
          observed={layers?.observed?.level?.ordinal}
          claimed={layers?.claimed?.level?.ordinal}
          needed={requirement.level?.ordinal}
          label={t('skills.bar', {
            verified: verified?.ordinal ?? t('skills.none'),
            needed: requirement.level?.ordinal ?? t('skills.none'),
          })}
        />
      ),
    },
    { id: 'needed', head: t('skills.needed'), align: 'end', cell: (row) => row.requirement.level?.ordinal ?? '–' },
    { id: 'verified', head: t('layers.verified'), align: 'end', cell: (row) => <Verified row={row} /> },
    {
      id: 'claimed',
      head: t('layers.claimed'),
      align: 'end',
      cell: (row) => row.layers?.claimed?.level?.ordinal ?? '–',
    },
    { id: 'standing', head: t('skills.standing'), phone: true, width: 200, cell: (row) => <Standing row={row} /> },
  ];
  return (
    <Section id={SKILLS} title={t('skills.title')} aside={<Legend />}>
      <div className={styles.table}>
        <DataTable
          label={t('skills.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.requirement.id}
          density="compact"
          keys={false}
          empty={<EmptyState title={t('skills.empty')} />}
        />
      </div>
    </Section>
  );
}

function Verified({ row: { verified, layers } }: { row: Row }) {
  const lapsed = layers?.lapsed;
  return lapsed?.level ? (
    <LapsedLevel level={lapsed.level.ordinal} on={lapsed.validUntil} />
  ) : (
    (verified?.ordinal ?? '–')
  );
}

function Standing({ row }: { row: Row }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const toGo = (row.requirement.level?.ordinal ?? 0) - (row.verified?.ordinal ?? 0);
  if (row.submission && isWithAssessors(row.submission.state))
    return (
      <StatusWord tone="accent" icon={<StandingShape standing="claimed" />}>
        <TextLink to={`/growth/submissions/${row.submission.id}`}>{t('skills.withAssessors')}</TextLink>
      </StatusWord>
    );
  if (row.lapsedOn && toGo > 0)
    return (
      <StatusWord tone="amber" icon={<StandingShape standing="lapsed" />}>
        <span>
          {t('skills.lapsed', { day: format.day(row.lapsedOn), level: row.layers?.lapsed?.level?.ordinal })}{' '}
          {row.layers?.lapsed?.credential && (
            <TextLink to={`/growth/badges/${row.layers.lapsed.credential.id}#renewal`}>{t('skills.renew')}</TextLink>
          )}
        </span>
      </StatusWord>
    );
  const seen = row.layers?.observed;
  if (toGo > 0 && (seen?.level?.ordinal ?? 0) > (row.verified?.ordinal ?? 0))
    return (
      <StatusWord icon={<StandingShape standing="observed" />}>
        {t('skills.observedAt', { level: seen?.level?.ordinal, date: seen ? format.date(seen.seenOn) : '' })}
      </StatusWord>
    );
  if (toGo > 0) return <StatusWord>{t('skills.toGo', { count: toGo })}</StatusWord>;
  if (row.validUntil && format.daysUntil(row.validUntil) <= SOON_DAYS)
    return <StatusWord tone="amber">{t('skills.ends', { date: format.date(row.validUntil) })}</StatusWord>;
  return <StatusWord icon={<StandingShape standing="verified" />}>{met()}</StatusWord>;

  function met() {
    const issuer = row.layers?.verified?.recognisedFrom;
    if (!issuer) return t('skills.met');
    return row.validUntil
      ? t('skills.recognisedUntil', { issuer, date: format.date(row.validUntil) })
      : t('skills.recognised', { issuer });
  }
}

function Legend() {
  const { t } = useTranslation('home');
  return (
    <span className={styles.legend}>
      <span>
        <StandingShape standing="verified" /> {t('layers.verified')}
      </span>
      <span>
        <StandingShape standing="observed" /> {t('layers.observed')}
      </span>
      <span>
        <StandingShape standing="claimed" /> {t('layers.claimed')}
      </span>
      <span>
        <StandingShape standing="lapsed" /> {t('layers.lapsed')}
      </span>
      <span>
        <i aria-hidden /> {t('skills.needed')}
      </span>
    </span>
  );
}
