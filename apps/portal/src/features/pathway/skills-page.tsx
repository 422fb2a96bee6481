import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { LapsedLevel } from '../../components/lapsed-level.js';
import { LevelBar } from '../../components/level-bar.js';
import { Page, PageHeader, WithRail } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { readDay } from '../../lib/format.js';
import { useToday } from '../../lib/use-today.js';
import { ClaimDialog } from './claim-dialog.js';
import { SkillDetail } from './skill-detail.js';
import { MY_SKILLS, type SkillRow } from './skills.documents.js';

/** What is known of one's skills on a day: said, seen and verified side by side, each with where it comes from. */
export function SkillsPage() {
  const { t } = useTranslation('pathway');
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const [claiming, claim] = useState<SkillRow | 'new' | null>(null);
  const on = readDay(search.get('on')) ?? '';
  // The end of that day, wherever one is; without a day it is now.
  const asOf = on && on !== today ? new Date(`${on}T23:59:59`).toISOString() : null;
  const { data, error, refetch } = useQuery(MY_SKILLS, { variables: { asOf } });
  const rows = data?.viewer?.person.skillLayers.filter(({ skill }) => skill !== null);
  const selected = rows?.find(({ skill }) => skill?.id === search.get('skill')) ?? rows?.[0] ?? null;
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t('skills.title')} width="reading">
      <PageHeader
        title={t('skills.title')}
        below={t('skills.below')}
        acts={
          <Button variant="primary" onClick={() => claim('new')}>
            {t('skills.claim')}
          </Button>
        }
      />
      <WithRail rail={selected && <SkillDetail row={selected} onClaim={asOf ? null : () => claim(selected)} />}>
        <TextInput
          type="date"
          label={t('skills.asOf')}
          value={on || today}
          max={today}
          w={180}
          mb={16}
          onChange={(event) => set('on', event.currentTarget.value === today ? '' : event.currentTarget.value)}
        />
        <DataTable
          label={t('skills.title')}
          columns={useColumns()}
          rows={rows}
          rowId={({ skill }) => skill?.id ?? ''}
          selectedId={selected?.skill?.id ?? null}
          onSelect={({ skill }) => set('skill', skill?.id ?? '')}
          error={error && !data ? <ErrorState onRetry={() => void refetch()} /> : undefined}
          empty={<EmptyState title={t('skills.empty')}>{t('skills.emptyBody')}</EmptyState>}
        />
      </WithRail>
      {claiming && <ClaimDialog row={claiming === 'new' ? null : claiming} onClose={() => claim(null)} />}
    </Page>
  );
}

function useColumns(): Column<SkillRow>[] {
  const { t } = useTranslation('pathway');
  const level = (ordinal: number | undefined) => ordinal ?? '–';
  return [
    { id: 'skill', head: t('skills.skill'), phone: true, cell: ({ skill }) => <strong>{skill?.name}</strong> },
    {
      id: 'levels',
      head: t('skills.levels'),
      cell: ({ skill, verified, observed, claimed }) => (
        <LevelBar
          steps={skill?.framework.scale.levels.length || 4}
          verified={verified?.level?.ordinal}
          observed={observed?.level?.ordinal}
          claimed={claimed?.level?.ordinal}
          label={t('skills.bar', {
            verified: level(verified?.level?.ordinal),
            observed: level(observed?.level?.ordinal),
            claimed: level(claimed?.level?.ordinal),
          })}
        />
      ),
    },
    {
      id: 'verified',
      head: t('verified'),
      align: 'end',
      phone: true,
      cell: ({ verified, lapsed }) =>
        lapsed?.level ? (
          <LapsedLevel level={lapsed.level.ordinal} on={lapsed.validUntil} />
        ) : (
          level(verified?.level?.ordinal)
        ),
    },
    { id: 'observed', head: t('observed'), align: 'end', cell: (row) => level(row.observed?.level?.ordinal) },
    { id: 'claimed', head: t('claimed'), align: 'end', cell: (row) => level(row.claimed?.level?.ordinal) },
  ];
}
