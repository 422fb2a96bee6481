import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../lib/graphql.js';
import type { FRAMEWORK_IMPORT } from './import.documents.js';
import styles from './import.module.css';

type Family = NonNullable<ResultOf<typeof FRAMEWORK_IMPORT>['frameworkImport']>['families'][number];

/** Families with their roles, and each role's ladder in order. */
export function ImportedFamilies({ families }: { families: readonly Family[] }) {
  const { t } = useTranslation('programme');
  return (
    <div className={styles.groups}>
      {families.map((family) => (
        <details key={family.name}>
          <summary>
            <span>{family.name}</span>
            <span className={styles.hint}>{t('import.roles', { count: family.roles.length })}</span>
          </summary>
          <dl className={styles.roles}>
            {family.roles.map((role) => (
              <div key={role.name}>
                <dt>{role.name}</dt>
                <dd>{role.levels.join(' → ')}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
