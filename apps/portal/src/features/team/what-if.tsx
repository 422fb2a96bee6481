import type { CoverChange, WhatIf } from '@assay/pathway';
import { Select } from '@mantine/core';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { TextLink } from '../../components/text-link.js';
import { levelName, type MapModel, nearest, type SkillColumn } from './map-model.js';
import styles from './team-panel.module.css';
import { type MapPlace, type useMapPlace, WHAT_IFS } from './use-skill-map.js';

interface Props {
  model: MapModel;
  place: MapPlace;
  go: ReturnType<typeof useMapPlace>[1];
  what: WhatIf | null;
  changes: readonly CoverChange[];
  /** How long it took to work out, in this browser. */
  ms: number;
  planning: number;
}

/** Somebody leaves, moves, joins or gets certified: what the team covers then, and who is nearest to cover what is lost. */
export function WhatIfBox({ model, place, go, what, changes, ms, planning }: Props) {
  const { t } = useTranslation('team');
  const who = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (planning > 0) who.current?.focus();
  }, [planning]);
  return (
    <section className={styles.whatIf} aria-label={t('whatIf.title')}>
      <div className={styles.whatIfHead}>
        <h2>{t('whatIf.title')}</h2>
        {place.what && (
          <Button variant="quiet" onClick={() => go({ what: null, who: null, certified: null })}>
            {t('whatIf.clear')}
          </Button>
        )}
      </div>
      <div className={styles.whatIfFields}>
        <Who model={model} who={place.who} isSaid={place.what !== null} go={go} input={who} />
        <Does what={place.what} certified={place.certified ?? place.skill} go={go} />
        {place.what === 'CERTIFIED' && <InWhat model={model} certified={place.certified} go={go} />}
      </div>
      <div className={styles.facts} aria-live="polite">
        {what && <Outcome model={model} what={what} changes={changes} ms={ms} go={go} />}
      </div>
    </section>
  );
}

// Each choice is drawn anew only when it is another one: a list of thousands is costly to hand to a field.

type WhoProps = Pick<Props, 'model' | 'go'> &
  Pick<MapPlace, 'who'> & {
    /** Whether it is said what happens: which of them is nothing that this field need be drawn anew for. */
    isSaid: boolean;
    input: RefObject<HTMLInputElement | null>;
  };

const Who = memo(function Who({ model, who, isSaid, go, input }: WhoProps) {
  const { t } = useTranslation('team');
  const people = useMemo(() => model.people.map(({ id, name }) => ({ value: id, label: name })), [model]);
  return (
    <Select
      ref={input}
      aria-label={t('whatIf.who')}
      placeholder={t('whatIf.who')}
      data={people}
      value={who}
      onChange={(id) => go(isSaid ? { who: id } : { who: id, what: 'LEAVES' })}
      searchable
      // Whoever plans cover sees first what it would mean; the list lies over it when it is asked for.
      openOnFocus={false}
      limit={20}
    />
  );
});

const Does = memo(function Does({ what, certified, go }: Pick<Props, 'go'> & Pick<MapPlace, 'what' | 'certified'>) {
  const { t } = useTranslation('team');
  // t('team:whatIf.kind.LEAVES') t('team:whatIf.kind.MOVES') t('team:whatIf.kind.JOINS') t('team:whatIf.kind.CERTIFIED')
  return (
    <Select
      aria-label={t('whatIf.does')}
      data={WHAT_IFS.map((value) => ({ value, label: t(`whatIf.kind.${value}`) }))}
      value={what ?? 'LEAVES'}
      onChange={(value) => go({ what: value, certified: value === 'CERTIFIED' ? certified : null })}
      allowDeselect={false}
    />
  );
});

const InWhat = memo(function InWhat({
  model,
  certified,
  go,
}: Pick<Props, 'model' | 'go'> & Pick<MapPlace, 'certified'>) {
  const { t } = useTranslation('team');
  const skills = model.columns.map(({ skillId, skill, highest }) => ({
    value: skillId,
    label: t('whatIf.at', { skill: skill.name, level: highest ?? 1 }),
  }));
  return (
    <Select
      aria-label={t('whatIf.skill')}
      placeholder={t('whatIf.skill')}
      data={skills}
      value={certified}
      onChange={(id) => go({ certified: id })}
      searchable
    />
  );
});

type OutcomeProps = Pick<Props, 'model' | 'changes' | 'ms' | 'go'> & { what: WhatIf };

const Outcome = memo(function Outcome({ model, what, changes, ms, go }: OutcomeProps) {
  const { t } = useTranslation('team');
  const name = model.people[what.row]?.name ?? '';
  const columns = new Map(model.columns.map((column) => [column.skillId, column]));
  const fallen = changes.filter(({ before, after }) => after.covered < before.covered && after.covered < after.asked);
  const risen = changes.filter(({ before, after }) => after.covered > before.covered);
  const line = ({ skillId, before, after }: CoverChange) => (
    <li key={skillId}>
      <button type="button" className={styles.open} onClick={() => go({ person: null, skill: skillId })}>
        {t('whatIf.line', {
          skill: columns.get(skillId)?.skill.name,
          before: before.covered,
          after: after.covered,
          asked: after.asked,
        })}
      </button>
    </li>
  );
  const shortly = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(ms);
  return (
    <>
      {what.kind === 'JOINS' && <p className={styles.hint}>{t('whatIf.joins')}</p>}
      {fallen.length > 0 && <p className={styles.red}>{t('whatIf.fallen', { count: fallen.length })}</p>}
      {risen.length > 0 && <p className={styles.green}>{t('whatIf.risen', { count: risen.length })}</p>}
      {fallen.length + risen.length === 0 && <p>{t('whatIf.nothing', { name })}</p>}
      <ul className={styles.list}>{[...fallen, ...risen].map(line)}</ul>
      {fallen.length > 0 && <NearestCover model={model} fallen={fallen} columns={columns} row={what.row} />}
      <p className={styles.hint}>
        {t('whatIf.time', { ms: shortly, cells: model.people.length * model.columns.length })}
      </p>
    </>
  );
});

interface NearestProps {
  model: MapModel;
  fallen: readonly CoverChange[];
  columns: ReadonlyMap<string, SkillColumn>;
  row: number;
}

/** Whom a goal would bring there soonest: the goal is set on the page of the person. */
function NearestCover({ model, fallen, columns, row }: NearestProps) {
  const { t } = useTranslation('team');
  return (
    <>
      <h3>{t('whatIf.nearest')}</h3>
      <ul className={styles.list}>
        {fallen.flatMap(({ skillId }) => {
          const column = columns.get(skillId);
          const first = column && nearest(column, row);
          const person = first && model.people[first.row];
          if (!column || !first || !person) return [];
          return [
            <li key={skillId}>
              <TextLink to={`/growth/colleagues/${person.id}`}>{person.name}</TextLink>{' '}
              {t('whatIf.from', {
                skill: column.skill.name,
                level: first.level > 0 ? levelName(column, first.level) : t('cover.nothing'),
                wanted: levelName(column, first.wanted),
              })}
            </li>,
          ];
        })}
      </ul>
    </>
  );
}
