import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { FRAMEWORK_IMPORTS } from './import.documents.js';
import styles from './import.module.css';

/** What was read before, and what came of it; one that was left can be gone on with. */
export function FormerImports() {
  const { t } = useTranslation('programme');
  const { dayAndTime } = useFormat();
  const { data } = useQuery(FRAMEWORK_IMPORTS, { fetchPolicy: 'cache-and-network' });
  const imports = data?.frameworkImports.edges.map(({ node }) => node) ?? [];
  if (imports.length === 0) return null;
  // t('programme:import.state.READING') t('programme:import.state.PREVIEWED') t('programme:import.state.APPLYING')
  // t('programme:import.state.APPLIED') t('programme:import.state.FAILED') t('programme:import.state.CANCELLED')
  return (
    <div className={styles.former}>
      <Section title={t('import.former')}>
        <DataTable
          label={t('import.former')}
          density="compact"
          keys={false}
          rows={imports}
          rowId={(each) => each.id}
          empty={null}
          columns={[
            {
              id: 'title',
              head: t('import.fields.title'),
              phone: true,
              cell: (each) => (
                <NameLink to={`/programme/frameworks/import?import=${each.id}`}>{each.about.title}</NameLink>
              ),
            },
            { id: 'version', head: t('import.fields.version'), width: 110, cell: (each) => each.about.version },
            { id: 'at', head: t('import.readAt'), width: 170, cell: (each) => dayAndTime(each.createdAt) },
            { id: 'by', head: t('import.by'), cell: (each) => each.createdBy?.displayName ?? '–' },
            {
              id: 'state',
              head: t('home.columns.state'),
              width: 150,
              phone: true,
              cell: (each) => t(`import.state.${each.state}`),
            },
          ]}
        />
      </Section>
    </div>
  );
}
