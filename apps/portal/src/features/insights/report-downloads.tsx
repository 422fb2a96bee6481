import { useTranslation } from 'react-i18next';
import styles from './insights.module.css';
import type { Definition } from './reports.documents.js';

/** The same rows as a file. */
export function ReportDownloads({ definition }: { definition: Definition }) {
  const { t } = useTranslation('insights');
  const asked = new URLSearchParams({ definition: JSON.stringify(definition) }).toString();
  return (
    <>
      {(['csv', 'xlsx', 'json'] as const).map((kind) => (
        <a key={kind} className={styles.export} href={`/reports/export.${kind}?${asked}`} download>
          {kind.toUpperCase()}
          <span className="visually-hidden">{t('reports.download')}</span>
        </a>
      ))}
    </>
  );
}
