import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { FindingTable } from './finding-table.js';
import type { FRAMEWORK_IMPORT } from './import.documents.js';
import styles from './import.module.css';

type Group = NonNullable<ResultOf<typeof FRAMEWORK_IMPORT>['frameworkImport']>['groups'][number];

const TONES = { INFO: 'plain', WARNING: 'gilt', ERROR: 'red' } as const;

/** What was settled while reading, by kind; each unfolds to every case. */
export function FindingGroups({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('programme');
  const { number } = useFormat();
  if (groups.length === 0) return <p className={styles.hint}>{t('import.nothingFound')}</p>;
  // t('programme:severity.INFO') t('programme:severity.WARNING') t('programme:severity.ERROR')
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <details key={group.kind}>
          <summary>
            <b>{number(group.count)}</b>
            <span>{group.summary}</span>
            <StatusWord tone={TONES[group.severity]}>{t(`severity.${group.severity}`)}</StatusWord>
          </summary>
          <FindingTable label={group.summary} findings={group.findings} />
        </details>
      ))}
    </div>
  );
}
