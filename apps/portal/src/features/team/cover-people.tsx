import type { WhatIf } from '@assay/pathway';
import { useTranslation } from 'react-i18next';
import { Count } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { levelName, type MapModel, type SkillColumn } from './map-model.js';
import styles from './team-panel.module.css';
import type { useMapPlace } from './use-skill-map.js';

const MOST_AT_FIRST = 60;

interface Props {
  model: MapModel;
  column: SkillColumn;
  what: WhatIf | null;
  go: ReturnType<typeof useMapPlace>[1];
}

/** The people behind the numbers of a column: who is verified at what the job asks, who is not, who holds it besides. */
export function CoverPeople({ model, column, what, go }: Props) {
  const { t } = useTranslation('team');
  const rows = model.people.map((_person, row) => row);
  const [need, level] = [(row: number) => column.need[row] ?? 0, (row: number) => column.verified[row] ?? 0];
  const asked = rows.filter((row) => need(row) > 0);
  const groups = [
    { key: 'met', rows: asked.filter((row) => level(row) >= need(row)) },
    { key: 'missing', rows: asked.filter((row) => level(row) < need(row)) },
    { key: 'besides', rows: rows.filter((row) => need(row) === 0 && level(row) > 0) },
  ];
  const nothing = t('cover.nothing');
  const notAsked = t('cover.notAsked');
  // t('team:cover.met') t('team:cover.missing') t('team:cover.besides')
  return (
    <div className={styles.cover} aria-live="polite">
      {groups
        .filter(({ key, rows: found }) => key === 'met' || found.length > 0)
        .map(({ key, rows: found }) => (
          <Section
            key={key}
            title={t(`cover.${key}`, { skill: column.skill.name })}
            aside={<Count>{found.length}</Count>}
          >
            <ul className={styles.list}>
              {found.slice(0, MOST_AT_FIRST).map((row) => (
                <li key={row}>
                  <button
                    type="button"
                    className={styles.open}
                    data-gone={what?.row === row && (what.kind === 'LEAVES' || what.kind === 'MOVES')}
                    onClick={() => go({ person: model.people[row]?.id ?? null, skill: column.skillId })}
                  >
                    {model.people[row]?.name}
                  </button>
                  <small>
                    {t('cover.levels', {
                      has: level(row) > 0 ? levelName(column, level(row)) : nothing,
                      needs: need(row) > 0 ? levelName(column, need(row)) : notAsked,
                    })}
                  </small>
                </li>
              ))}
              {found.length > MOST_AT_FIRST && <li>{t('risks.more', { count: found.length - MOST_AT_FIRST })}</li>}
            </ul>
          </Section>
        ))}
    </div>
  );
}
