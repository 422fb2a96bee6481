import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { FileDrop, UploadRow } from '../../../components/file-drop.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useUploads } from '../../../lib/uploads.js';
import { FormerImports } from './former-imports.js';
import { PEOPLE_IMPORTS, PREVIEW_PEOPLE } from './import.documents.js';
import { ImportSteps } from './import-steps.js';
import styles from './import.module.css';

/** A file of people, from whatever keeps them now. Nothing is written before one has seen what would change. */
export function ImportStartPage() {
  const { t } = useTranslation('people');
  const { data, error, loading, refetch, fetchMore } = useQuery(PEOPLE_IMPORTS, { fetchPolicy: 'cache-and-network' });
  const page = data?.peopleImports.pageInfo;
  return (
    <Page title={t('import.title')} width="reading">
      <PageHeader title={t('import.title')} above={<ImportSteps now="file" />} below={t('import.lead')} />
      <div className={styles.narrow}>
        <Upload />
        <Section title={t('import.template')}>
          <p className={styles.templates}>
            <a href="/people/import-template.csv" download>
              {t('import.templateCsv')}
            </a>
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
          {page?.hasNextPage && (
            <p className={styles.below}>
              <Button busy={loading} onClick={() => void fetchMore({ variables: { after: page.endCursor } })}>
                {t('more')}
              </Button>
            </p>
          )}
        </Section>
      </div>
    </Page>
  );
}

function Upload() {
  const { t } = useTranslation('people');
  const { bytes } = useFormat();
  const navigate = useNavigate();
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_PEOPLE);
  const read = async (fileId: string) => {
    const { ok } = await preview({ input: { fileId } });
    if (ok) void navigate(`/admin/people/import/${ok.id}?step=columns`);
  };
  const uploads = useUploads({ purpose: 'import', onStored: ({ fileId }) => void read(fileId) });
  const running = uploads.uploads.find((upload) => upload.state !== 'done');
  return (
    <div className={styles.upload}>
      {running ? (
        <UploadRow
          name={running.name}
          share={running.bytes > 0 ? running.sent / running.bytes : 0}
          state={running.state}
          sentence={running.reason ?? t('import.sent', { sent: bytes(running.sent), total: bytes(running.bytes) })}
          onPause={() => uploads.pauseOrResume(running.id)}
          onResume={() => (running.state === 'failed' ? uploads.retry(running.id) : uploads.pauseOrResume(running.id))}
          onCancel={() => uploads.dismiss(running.id)}
        />
      ) : (
        <FileDrop
          accept=".csv,.xlsx"
          multiple={false}
          disabled={loading}
          title={loading ? t('import.taking') : undefined}
          hint={t('import.fileHint')}
          onFiles={(files) => void uploads.add(files)}
        />
      )}
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
