import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../../components/button.js';
import { PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { FrameworkFigures } from '../frameworks/framework-figures.js';
import { APPLY_IMPORT, FRAMEWORK_IMPORT } from './import.documents.js';
import { FindingGroups } from './finding-groups.js';
import { ImportedFamilies } from './imported-families.js';
import { ImportSteps } from './import-steps.js';
import { useImportForm } from './use-import-form.js';
import styles from './import.module.css';

/** Step 2: what would come in and what was found on the way. Still nothing is written. */
export function ImportPreview({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  const toast = useToast();
  const { dayAndTime } = useFormat();
  const { forget } = useImportForm();
  const { data, error, refetch } = useQuery(FRAMEWORK_IMPORT, { variables: { id } });
  const [apply, { loading, refusal, failed }] = useResultMutation(APPLY_IMPORT);

  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  const found = data.frameworkImport;
  if (!found)
    return (
      <EmptyState title={t('import.gone.title')} act={<Button onClick={onBack}>{t('import.gone.act')}</Button>}>
        {t('import.gone.body')}
      </EmptyState>
    );

  const write = async () => {
    const { ok } = await apply({ id });
    if (!ok) return;
    forget();
    toast(t('import.applied', { title: found.title }));
    void navigate(`/programme/frameworks/${ok.id}`, { replace: true });
  };

  return (
    <>
      <PageHeader
        title={found.title}
        above={<ImportSteps now="preview" />}
        below={t('import.dryRun', {
          publisher: found.publisher,
          version: found.version,
          at: dayAndTime(found.createdAt),
        })}
        acts={
          found.appliedFrameworkId ? (
            <LinkButton variant="primary" size="large" to={`/programme/frameworks/${found.appliedFrameworkId}`}>
              {t('import.open')}
            </LinkButton>
          ) : (
            <>
              <Button onClick={onBack}>{t('import.back')}</Button>
              <Button variant="primary" size="large" busy={loading} onClick={() => void write()}>
                {t('import.apply')}
              </Button>
            </>
          )
        }
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      <div className={styles.lead}>
        <Note>{found.appliedFrameworkId ? t('import.isApplied') : t('import.applyHint')}</Note>
      </div>
      <FrameworkFigures counts={found.counts} levels={found.scaleLevels} />
      <Section title={t('import.findings')} aside={t('import.findingsAside')}>
        <FindingGroups groups={found.groups} />
      </Section>
      <Section title={t('import.families')}>
        <ImportedFamilies families={found.families} />
      </Section>
      <Section title={t('import.skills', { count: found.skillNames.length })}>
        <ul className={styles.names}>
          {found.skillNames.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
