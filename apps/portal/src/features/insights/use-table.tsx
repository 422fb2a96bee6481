import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../components/show-more.js';
import { type UseGroup, type UseKind, USE_KINDS } from './badge-use.documents.js';
import { FoldName } from './fold-name.js';
import styles from './insights.module.css';
import { Told } from './told.js';
import { useFolded } from './use-folded.js';
import { useRowsAddress } from './use-rows-address.js';
import { UseNumber } from './use-number.js';

/** Rows of which nothing is told; more of them are shown only when somebody wants to know which. */
const FEW_UNTOLD = 10;

interface Props {
  groups: readonly UseGroup[];
  /** What stands in the first column. */
  head: string;
  label: string;
  /** By what the rows are narrowed to one group; left out where nobody's rows are for this person. */
  narrow?: (id: string) => Record<string, string>;
  /** Where the days of a kind are. */
  days?: (kind: UseKind) => string;
}

/** Groups of badges beside the ways in which they were used. */
export function UseTable({ groups, head, label, narrow, days }: Props) {
  const { t } = useTranslation('insights');
  const addressOf = useRowsAddress();
  const [all, setAll] = useState(false);
  const untold = groups.filter(({ people }) => people === null);
  const fold = !all && untold.length > FEW_UNTOLD && groups.every(({ depth }) => depth === 0);
  const shown = fold ? groups.filter(({ people }) => people !== null) : groups;
  const folded = useFolded(shown, ({ id }) => id);
  return (
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table} data-even>
        <thead>
          <tr>
            <th>{head}</th>
            <th data-end>{t('uses.people')}</th>
            {USE_KINDS.map((kind) => (
              <th key={kind} data-end>
                {t(`uses.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {folded.map((line) => {
            const { id, name, people, figures } = line.row;
            return (
              <tr key={id}>
                <FoldName fold={line} />
                <td data-end>
                  <Told
                    count={people}
                    band={people === null ? 'FEW' : null}
                    to={narrow && addressOf('BADGE_HOLDERS', { ...narrow(id), name })}
                    label={`${name}, ${t('uses.people')}`}
                  />
                </td>
                {figures.map(({ kind, times, band }) => (
                  <td key={kind} data-end>
                    <UseNumber
                      times={times}
                      band={band}
                      to={days?.(kind)}
                      label={`${name}, ${t(`uses.kind.${kind}`)}`}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <ShowMore
        className={styles.more}
        list={{
          ...{ edges: shown, totalCount: groups.length },
          pageInfo: { hasNextPage: shown.length < groups.length },
        }}
        onMore={() => Promise.resolve(setAll(true))}
      />
    </section>
  );
}
