import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { LevelTile } from '../../components/level-tile.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { usePlace } from '../../lib/use-place.js';
import { useViewer } from '../../lib/viewer.js';
import { SkillMap } from './skill-map.js';
import { csvOf } from './team-facts.js';
import styles from './team-page.module.css';
import type { TeamMap } from './team.documents.js';
import { TeamPanel } from './team-panel.js';
import { useTeam } from './use-team.js';

/** People by skills: what is verified today, what is needed, what ends. */
export function TeamPage() {
  const { t } = useTranslation('team');
  const { person } = useViewer();
  const { date } = useFormat();
  const { team, error, refetch, complete } = useTeam();
  const shown = team && team.people.length > 0 && team.skills.length > 0 ? team : null;
  return (
    <Page title={t('title')}>
      <PageHeader
        title={person.employment?.orgUnit?.name ?? t('title')}
        below={shown && <Legend team={shown} />}
        aside={
          team &&
          (complete
            ? t('asOf', { count: team.size, date: date(team.asOf) })
            : t('reading', { shown: team.people.length, count: team.size }))
        }
        acts={
          shown && (
            <Button
              icon={<IconDownload size={16} stroke={1.6} aria-hidden />}
              busy={!complete}
              onClick={() => download(shown, t)}
            >
              {t('csv')}
            </Button>
          )
        }
      />
      {error && !team && (
        <div className={styles.state}>
          <ErrorState onRetry={() => void refetch()} />
        </div>
      )}
      {!team && !error && (
        <div className={styles.state}>
          <LoadingRows rows={10} height={46} />
        </div>
      )}
      {team && <Team team={team} />}
    </Page>
  );
}

function Team({ team }: { team: TeamMap }) {
  const { t } = useTranslation('team');
  const [place, go] = usePlace();
  const selected = { personId: place.person ?? null, skillId: place.skill ?? null };
  if (team.people.length === 0)
    return (
      <div className={styles.state}>
        <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
      </div>
    );
  if (team.skills.length === 0)
    return (
      <div className={styles.state}>
        <EmptyState title={t('noSkills.title')}>{t('noSkills.body')}</EmptyState>
      </div>
    );
  return (
    <div className={styles.team}>
      <SkillMap
        team={team}
        selected={selected}
        onSelect={(personId, skillId) => go({ person: personId, skill: skillId })}
      />
      <TeamPanel team={team} selected={selected} />
    </div>
  );
}

function Legend({ team }: { team: TeamMap }) {
  const { t } = useTranslation('team');
  const levels = team.skills[0]?.skill.framework.scale.levels ?? [];
  // t('team:lapsedWord')
  return (
    <span className={styles.legend}>
      {levels.map((level) => (
        <span key={level.id}>
          <LevelTile level={level.ordinal} size="small" /> {level.label}
        </span>
      ))}
      <span>
        <LevelTile level={3} size="small" lapsed /> {t('legend.lapsed')}
      </span>
      <span className={styles.amber}>{t('legend.expiry')}</span>
      <span>{t('legend.need')}</span>
    </span>
  );
}

function download(team: TeamMap, t: (key: string) => string): void {
  const text = csvOf(team, { person: t('person'), jobTitle: t('jobTitle'), lapsed: t('lapsedWord') });
  // The mark tells Excel that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${t('title')} ${team.asOf.slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
