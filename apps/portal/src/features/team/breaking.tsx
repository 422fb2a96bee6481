import { breakingGroup } from '@assay/pathway';
import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { FirstOf } from './first-of.js';
import type { MapModel } from './map-model.js';
import styles from './team-panel.module.css';
import type { useMapPlace } from './use-skill-map.js';

interface Props {
  model: MapModel;
  go: ReturnType<typeof useMapPlace>[1];
}

/** The fewest people without whom more than half of what is asked is held by nobody. */
export const Breaking = memo(function Breaking({ model, go }: Props) {
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
  const names = useMemo(() => new Map(model.people.map(({ id, name }) => [id, name])), [model]);
  // t('team:risks.breakingAbout') t('team:risks.breakingExact')
  return (
    <Section title={t('risks.breaking')} aside={<Count>{group.people.length}</Count>}>
      <p className={styles.hint}>
        {group.people.length === 0 ? t('risks.broken') : t(group.exact ? 'risks.breakingExact' : 'risks.breakingAbout')}
      </p>
      <FirstOf all={group.people} keyOf={(id) => id}>
        {(id) => (
          <button type="button" className={styles.open} onClick={() => go({ what: 'LEAVES', who: id })}>
            {names.get(id)}
          </button>
        )}
      </FirstOf>
    </Section>
  );
});
