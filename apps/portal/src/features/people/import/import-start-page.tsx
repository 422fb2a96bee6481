import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ImportUpload } from '../../../components/import-upload.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { TextLink } from '../../../components/text-link.js';
import { useResultMutation } from '../../../lib/result.js';
import { FormerImports } from './former-imports.js';
import { PEOPLE_IMPORTS, PREVIEW_PEOPLE } from './import.documents.js';
import { ImportSteps } from './import-steps.js';
import styles from './import.module.css';

/** A file of people, from whatever keeps them now. Nothing is written before one has seen what would change. */
export function ImportStartPage() {
  const { t } = useTranslation('people');
  const { data, error, refetch, fetchMore } = useQuery(PEOPLE_IMPORTS, { fetchPolicy: 'cache-and-network' });
  return (
    <Page title={t('import.title')} width="reading">
      <PageHeader title={t('import.title')} above={<ImportSteps now="file" />} below={t('import.lead')} />
      <div className={styles.narrow}>
        <Upload />
        <Section title={t('import.template')}>
          <p className={styles.templates}>
            <TextLink to="/people/import-template.csv" reloadDocument download>
              {t('import.templateCsv')}
            </TextLink>
            <a href="/people/import-template.xlsx" download>
              {t('import.templateXlsx')}
            </a>
            <span>{t('import.templateHint')}</span>
          </p>
        </Section>
        <Section title={t('import.former')}>
          {error && !data && <ErrorState onRetry={() => void refetch()} />}
          {!data && !error && <LoadingRows rows={3} />}
          {data && <FormerImports imports={data.peopleImports.edges.map((edge) => edge.node)} />}
          <ShowMore
            className={styles.below}
            list={data?.peopleImports}
            onMore={(after) => fetchMore({ variables: { after } })}
          />
        </Section>
      </div>
    </Page>
  );
}

function Upload() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_PEOPLE);
  const read = async (fileId: string) => {
    const { ok } = await preview({ input: { fileId } });
    if (ok) void navigate(`/admin/people/import/${ok.id}?step=columns`);
  };
  return (
    <div className={styles.upload}>
      <ImportUpload
        accept=".csv,.xlsx"
        hint={t('import.fileHint')}
        title={loading ? t('import.taking') : undefined}
        busy={loading}
        onStored={(fileId) => void read(fileId)}
      />
      {refusal && <RefusalNote>{whyNot(refusal)}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </div>
  );
}

interface Refused {
  message: string;
  problems?: readonly { message: string }[];
}

/** What is wrong with the file, rather than that something is. */
function whyNot(refusal: Refused): string {
  return refusal.problems?.[0]?.message ?? refusal.message;
}
