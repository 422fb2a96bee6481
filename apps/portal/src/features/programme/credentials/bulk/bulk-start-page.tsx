import { Select } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ImportUpload } from '../../../../components/import-upload.js';
import { Page, PageHeader } from '../../../../components/page.js';
import { Note, RefusalNote } from '../../../../components/states.js';
import { TextLink } from '../../../../components/text-link.js';
import { useResultMutation } from '../../../../lib/result.js';
import { useAddress } from '../../../../lib/use-address.js';
import { BULK_ACHIEVEMENTS, PREVIEW_BULK } from './bulk.documents.js';
import { FormerLists } from './former-lists.js';
import styles from './bulk.module.css';

/** A list of people who are to be given a badge. Nothing is given before one has seen what would happen. */
export function BulkStartPage() {
  const { t } = useTranslation('bulk');
  const [chosen, choose] = useAddress('badge');
  const { data } = useQuery(BULK_ACHIEVEMENTS);
  const offered = data?.bulkAchievements ?? [];
  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        above={<TextLink to="/programme/credentials">{t('above')}</TextLink>}
        below={t('lead')}
      />
      <div className={styles.form}>
        {data && offered.length === 0 && <Note>{t('noneOffered')}</Note>}
        <Select
          label={t('badge')}
          description={t('badgeHint')}
          placeholder={t('badgeInFile')}
          data={offered.map(({ achievementId, name }) => ({ value: achievementId, label: name }))}
          value={chosen || null}
          onChange={(value) => choose(value ?? '')}
          searchable
          clearable
        />
        <Upload achievementId={chosen || null} />
        <p className={styles.hint}>
          {t('columnsHint')}{' '}
          <TextLink to="/bulk-issue/template.csv" reloadDocument download>
            {t('template')}
          </TextLink>
        </p>
        <FormerLists />
      </div>
    </Page>
  );
}

function Upload({ achievementId }: { achievementId: string | null }) {
  const { t } = useTranslation('bulk');
  const navigate = useNavigate();
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_BULK, { refetch: ['BulkIssues'] });
  const read = async (fileId: string) => {
    const { ok } = await preview({ input: { fileId, achievementId } });
    if (ok) void navigate(`/programme/credentials/bulk/${ok.id}`);
  };
  return (
    <>
      <ImportUpload accept=".csv,.xlsx" hint={t('dropHint')} busy={loading} onStored={(fileId) => void read(fileId)} />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </>
  );
}
