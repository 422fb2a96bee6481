import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import type { FRAMEWORK_IMPORT } from './import.documents.js';
import styles from './import.module.css';

type Group = NonNullable<ResultOf<typeof FRAMEWORK_IMPORT>['frameworkImport']>['groups'][number];

const TONES = { INFO: 'plain', WARNING: 'gilt', ERROR: 'red' } as const;

/** What was settled while reading, by kind. */
export function FindingGroups({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('programme');
  const { number } = useFormat();
  if (groups.length === 0) return <p className={styles.hint}>{t('import.nothingFound')}</p>;
  // t('programme:severity.INFO') t('programme:severity.WARNING') t('programme:severity.ERROR')
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <p key={group.kind}>
          <b>{number(group.count)}</b> <span>{group.summary}</span>{' '}
          <StatusWord tone={TONES[group.severity]}>{t(`severity.${group.severity}`)}</StatusWord>
        </p>
      ))}
    </div>
  );
}
