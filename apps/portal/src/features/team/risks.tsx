import { mapRisks } from '@assay/pathway';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { Breaking } from './breaking.js';
import { FirstOf } from './first-of.js';
import { endings, levelName, type MapModel } from './map-model.js';
import styles from './team-panel.module.css';
import type { useMapPlace } from './use-skill-map.js';

const WITHIN = ['30', '60', '90'] as const;

interface Props {
  model: MapModel;
  go: ReturnType<typeof useMapPlace>[1];
}

/** A cell of the map, or a whole column of it. */
interface Place {
  row: number | null;
  skillId: string;
}

/** What a manager should know before it hurts. Each count opens to its people, and each line to its cell. */
export const Risks = memo(function Risks({ model, go }: Props) {
  const { t } = useTranslation('team');
  const [within, setWithin] = useState<(typeof WITHIN)[number]>('90');
  const risks = useMemo(() => mapRisks(model.columns), [model]);
  const { soon, ended } = useMemo(() => endings(model, Number(within)), [model, within]);
  const columns = useMemo(() => new Map(model.columns.map((column) => [column.skillId, column])), [model]);
  const name = (row: number) => model.people[row]?.name ?? '';
  const skill = (id: string) => columns.get(id)?.skill.name;
  const level = (id: string, ordinal: number) => {
    const column = columns.get(id);
    return column && levelName(column, ordinal);
  };
  const open = ({ row, skillId }: Place) =>
    go({ person: row === null ? null : (model.people[row]?.id ?? null), skill: skillId });
  const cells = (found: typeof soon) => found.map(({ row, column, days }) => ({ row, skillId: column.skillId, days }));
  const cellWords = ({ row, skillId }: { row: number; skillId: string }) => `${name(row)}, ${skill(skillId)}`;
  return (
    <>
      <Risk
        title={t('risks.sole')}
        onOpen={open}
        found={risks.sole}
        words={(one) =>
          t('risks.soleLine', {
            ...{ name: name(one.row), skill: skill(one.skillId), level: level(one.skillId, one.level) },
          })
        }
      />
      <Risk
        title={t('risks.unmet')}
        onOpen={open}
        found={risks.unmet.map((each) => ({ ...each, row: null }))}
        words={({ skillId, asked }) => t('risks.unmetLine', { skill: skill(skillId), count: asked })}
      />
      <Risk
        title={t('risks.lapsing', { count: Number(within) })}
        onOpen={open}
        found={cells(soon)}
        lead={({ days }) => t('cell.days', { count: days })}
        words={cellWords}
        above={
          <SegmentedChoice
            label={t('risks.within')}
            value={within}
            options={WITHIN.map((value) => ({ value, label: t('cell.days', { count: Number(value) }) }))}
            onChange={setWithin}
          />
        }
      />
      <Risk title={t('risks.lapsed')} onOpen={open} found={cells(ended)} words={cellWords} />
      <Breaking model={model} go={go} />
    </>
  );
});

interface RiskProps<T extends Place> {
  title: string;
  found: readonly T[];
  onOpen: (found: Place) => void;
  words: (found: T) => ReactNode;
  lead?: (found: T) => ReactNode;
  above?: ReactNode;
}

function Risk<T extends Place>({ title, found, onOpen, words, lead, above }: RiskProps<T>) {
  const { t } = useTranslation('team');
  return (
    <Section title={title} aside={<Count>{found.length}</Count>}>
      {above && <div className={styles.above}>{above}</div>}
      {found.length === 0 && <p className={styles.hint}>{t('risks.none')}</p>}
      <FirstOf all={found} keyOf={({ row, skillId }) => `${row} ${skillId}`}>
        {(each) => (
          <>
            {lead && <b>{lead(each)}</b>}
            <button type="button" className={styles.open} onClick={() => onOpen(each)}>
              {words(each)}
            </button>
          </>
        )}
      </FirstOf>
    </Section>
  );
}
