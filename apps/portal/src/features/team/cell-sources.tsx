import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { StandingShape } from '../../components/standing-shape.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { levelName, type MapModel, type SkillColumn } from './map-model.js';
import { SKILL_MAP_SOURCES, type SkillMapSource } from './team.documents.js';
import styles from './team-panel.module.css';
import { useMoment } from './use-skill-map.js';

interface Props {
  model: MapModel;
  column: SkillColumn;
  row: number;
  months: number;
}

const SHAPES = { VERIFIED: 'verified', LAPSED: 'lapsed', OBSERVED: 'observed', CLAIMED: 'claimed' } as const;

/** Where the levels of one cell come from: everything that was proved, seen or said by the day that is shown. */
export function CellSources({ model, column, row, months }: Props) {
  const { t } = useTranslation('team');
  const person = model.people[row];
  const asOf = useMoment(months);
  const { data, error, refetch } = useQuery(SKILL_MAP_SOURCES, {
    variables: { personId: person?.id ?? '', skillId: column.skillId, asOf },
  });
  const sources = data?.skillMapSources;
  const [need, goal] = [column.need[row] ?? 0, column.goal[row] ?? 0];
  return (
    <Section title={`${person?.name ?? ''}, ${column.skill.name}`}>
      <div className={styles.facts} aria-live="polite">
        {error && !sources && <ErrorState onRetry={() => void refetch()} />}
        {!sources && !error && <LoadingRows rows={2} height={20} />}
        {sources?.length === 0 && <p>{t('provenance.none')}</p>}
        {sources?.map((source) => (
          <Source key={`${source.layer} ${source.since} ${source.ordinal}`} source={source} column={column} />
        ))}
        {need > 0 && (
          <p>
            {t('provenance.needed', { level: levelName(column, need) })}{' '}
            {column.mustHave[row] === 1 && t('provenance.mustHave')}
          </p>
        )}
        {goal > 0 && <p>{t('provenance.goal', { level: levelName(column, goal) })}</p>}
        {person && (
          <TextLink to={`/growth/colleagues/${person.id}`}>{t('provenance.person', { name: person.name })}</TextLink>
        )}
      </div>
    </Section>
  );
}

function Source({ source, column }: { source: SkillMapSource; column: SkillColumn }) {
  const { t } = useTranslation('team');
  const { date } = useFormat();
  // t('team:provenance.VERIFIED') t('team:provenance.LAPSED') t('team:provenance.OBSERVED') t('team:provenance.CLAIMED')
  const words = { level: levelName(column, source.ordinal), date: date(source.since) };
  return (
    <div>
      <StatusWord icon={<StandingShape standing={SHAPES[source.layer]} />}>
        {t(`provenance.${source.layer}`, {
          ...words,
          ...(source.layer === 'LAPSED' && source.until ? { date: date(source.until) } : {}),
        })}
      </StatusWord>
      {source.achievementName && <p className={styles.serif}>{source.achievementName}</p>}
      {source.recognisedFrom && <p>{t('provenance.recognised', { issuer: source.recognisedFrom })}</p>}
      {source.assessors !== null && <p>{t('provenance.assessors', { count: source.assessors })}</p>}
      {source.until && source.layer === 'VERIFIED' && <p>{t('provenance.until', { date: date(source.until) })}</p>}
      {source.observer && (
        <p>
          {source.capacity === 'MANAGER'
            ? t('provenance.byManager', { name: source.observer.displayName })
            : t('provenance.byPeer', { name: source.observer.displayName })}
        </p>
      )}
    </div>
  );
}
