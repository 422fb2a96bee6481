import { breakingGroup, mapRisks } from '@assay/pathway';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { endings, levelName, type MapModel, type SkillColumn } from './map-model.js';
import styles from './team-panel.module.css';
import type { useMapPlace } from './use-skill-map.js';

const MOST_AT_FIRST = 8;
const WITHIN = ['30', '60', '90'] as const;

interface Props {
  model: MapModel;
  go: ReturnType<typeof useMapPlace>[1];
}

interface Found {
  key: string;
  person: string | null;
  skill: string;
  lead?: string;
  words: ReactNode;
}

/** What a manager should know before it hurts. Each count opens to its people, and each line to its cell. */
export function Risks({ model, go }: Props) {
  const { t } = useTranslation('team');
  const [within, setWithin] = useState<(typeof WITHIN)[number]>('90');
  const risks = useMemo(() => mapRisks(model.columns), [model]);
  const { soon, ended } = useMemo(() => endings(model, Number(within)), [model, within]);
  const columns = new Map(model.columns.map((column) => [column.skillId, column]));
  const name = (row: number) => model.people[row]?.name ?? '';
  const atCell = (row: number, column: SkillColumn, words: ReactNode, lead?: string): Found => ({
    ...{ key: `${row} ${column.skillId}`, person: model.people[row]?.id ?? null, skill: column.skillId, words, lead },
  });
  const open = ({ person, skill }: Found) => go({ person, skill });
  return (
    <>
      <Risk
        title={t('risks.sole')}
        onOpen={open}
        found={risks.sole.flatMap(({ row, skillId, level }) => {
          const column = columns.get(skillId);
          return column
            ? [
                atCell(
                  row,
                  column,
                  t('risks.soleLine', { name: name(row), skill: column.skill.name, level: levelName(column, level) }),
                ),
              ]
            : [];
        })}
      />
      <Risk
        title={t('risks.unmet')}
        onOpen={open}
        found={risks.unmet.flatMap(({ skillId, asked }) => {
          const column = columns.get(skillId);
          return column
            ? [
                {
                  key: skillId,
                  person: null,
                  skill: skillId,
                  words: t('risks.unmetLine', { skill: column.skill.name, count: asked }),
                },
              ]
            : [];
        })}
      />
      <Risk
        title={t('risks.lapsing', { count: Number(within) })}
        onOpen={open}
        found={soon.map(({ row, column, days }) =>
          atCell(row, column, `${name(row)}, ${column.skill.name}`, t('cell.days', { count: days })),
        )}
        above={
          <SegmentedChoice
            label={t('risks.within')}
            value={within}
            options={WITHIN.map((value) => ({ value, label: t('cell.days', { count: Number(value) }) }))}
            onChange={setWithin}
          />
        }
      />
      <Risk
        title={t('risks.lapsed')}
        onOpen={open}
        found={ended.map(({ row, column }) => atCell(row, column, `${name(row)}, ${column.skill.name}`))}
      />
      <Breaking model={model} go={go} />
    </>
  );
}

interface RiskProps {
  title: string;
  found: readonly Found[];
  onOpen: (found: Found) => void;
  above?: ReactNode;
}

function Risk({ title, found, onOpen, above }: RiskProps) {
  const { t } = useTranslation('team');
  const [all, setAll] = useState(false);
  const shown = all ? found : found.slice(0, MOST_AT_FIRST);
  return (
    <Section title={title} aside={<Count>{found.length}</Count>}>
      {above && <div className={styles.above}>{above}</div>}
      {found.length === 0 && <p className={styles.hint}>{t('risks.none')}</p>}
      <ul className={styles.list}>
        {shown.map((each) => (
          <li key={each.key}>
            {each.lead && <b>{each.lead}</b>}
            <button type="button" className={styles.open} onClick={() => onOpen(each)}>
              {each.words}
            </button>
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <button type="button" className={styles.open} onClick={() => setAll(true)}>
          {t('risks.more', { count: found.length - shown.length })}
        </button>
      )}
    </Section>
  );
}

/** The fewest people without whom more than half of what is asked is held by nobody. */
function Breaking({ model, go }: Props) {
  const { t } = useTranslation('team');
  const settled = useDeferredValue(model);
  const group = useMemo(() => {
    const asked = settled.columns.filter(({ highest }) => highest !== null);
    const required = Object.fromEntries(asked.map(({ skillId, highest }) => [skillId, highest ?? 1]));
    const team = Object.fromEntries(
      settled.people.map(({ id }, row) => [
        id,
        Object.fromEntries(asked.map((column) => [column.skillId, column.verified[row] ?? 0])),
      ]),
    );
    return breakingGroup(team, required);
  }, [settled]);
  const names = new Map(model.people.map(({ id, name }) => [id, name]));
  // t('team:risks.breakingAbout') t('team:risks.breakingExact')
  return (
    <Section title={t('risks.breaking')} aside={<Count>{group.people.length}</Count>}>
      <p className={styles.hint}>
        {group.people.length === 0 ? t('risks.broken') : t(group.exact ? 'risks.breakingExact' : 'risks.breakingAbout')}
      </p>
      <ul className={styles.list}>
        {group.people.map((id) => (
          <li key={id}>
            <button type="button" className={styles.open} onClick={() => go({ what: 'LEAVES', who: id })}>
              {names.get(id)}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
