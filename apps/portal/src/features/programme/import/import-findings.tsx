import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { FindingGroups } from './finding-groups.js';
import { FRAMEWORK_IMPORT, type FrameworkImport } from './import.documents.js';
import styles from './import.module.css';

interface Props {
  found: FrameworkImport;
  title: string;
  /** Only what stands in the way; null: what was settled. */
  severity: 'ERROR' | null;
}

/** By kind first; every case with its file, line and column for whoever wants to know. */
export function ImportFindings({ found, title, severity }: Props) {
  const { t } = useTranslation('programme');
  const [shown, show] = useState(severity === 'ERROR');
  const groups = found.groups.filter((group) => (group.severity === 'ERROR') === (severity === 'ERROR'));
  return (
    <Section title={title}>
      <FindingGroups groups={groups} />
      {!shown && groups.length > 0 && (
        <Button variant="quiet" size="small" onClick={() => show(true)}>
          {t('import.showCases')}
        </Button>
      )}
      {shown && <Cases id={found.id} title={title} severity={severity} />}
    </Section>
  );
}

function Cases({ id, title, severity }: { id: string; title: string; severity: 'ERROR' | null }) {
  const { t } = useTranslation('programme');
  const variables = { id, severity };
  const { data, fetchMore } = useQuery(FRAMEWORK_IMPORT, { variables });
  const findings = data?.frameworkImport?.findings;
  if (!findings) return null;
  return (
    <div className={styles.changes}>
      <DataTable
        label={title}
        density="compact"
        keys={false}
        rows={findings.edges.map(({ node }, at) => ({ ...node, id: String(at) }))}
        rowId={(row) => row.id}
        empty={null}
        columns={[
          { id: 'file', head: t('finding.file'), width: 200, cell: (row) => row.file },
          { id: 'row', head: t('finding.row'), width: 70, align: 'end', phone: true, cell: (row) => row.row ?? '–' },
          { id: 'column', head: t('finding.column'), width: 150, cell: (row) => row.column ?? '–' },
          { id: 'message', head: t('finding.message'), phone: true, cell: (row) => row.message },
        ]}
      />
      {findings.pageInfo.hasNextPage && (
        <Button
          size="small"
          onClick={() => void fetchMore({ variables: { ...variables, findingsAfter: findings.pageInfo.endCursor } })}
        >
          {t('more', { shown: findings.edges.length, total: findings.totalCount })}
        </Button>
      )}
    </div>
  );
}
