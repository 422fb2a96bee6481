import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { FrameworkFigures } from '../frameworks/framework-figures.js';
import { APPLY_IMPORT, FRAMEWORK_IMPORT, type FrameworkImport } from './import.documents.js';
import { FindingGroups } from './finding-groups.js';
import { FindingTable } from './finding-table.js';
import { ImportOutcomes } from './import-outcomes.js';
import { ImportSteps } from './import-steps.js';
import { useImportForm } from './use-import-form.js';
import styles from './import.module.css';

const LOOK_AGAIN = 800;

/** Step 2: what would come in and what was found on the way. Still nothing is written. */
export function ImportPreview({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation('programme');
  const { data, error, refetch, startPolling, stopPolling } = useQuery(FRAMEWORK_IMPORT, { variables: { id } });
  const found = data?.frameworkImport;
  const underWay = found?.state === 'READING' || found?.state === 'APPLYING';
  useEffect(() => {
    if (!underWay) return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [underWay, startPolling, stopPolling]);

  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (!found)
    return (
      <EmptyState title={t('import.gone.title')} act={<Button onClick={onBack}>{t('import.gone.act')}</Button>}>
        {t('import.gone.body')}
      </EmptyState>
    );
  return <Found found={found} underWay={underWay} onBack={onBack} onAsked={() => void refetch()} />;
}

interface FoundProps {
  found: FrameworkImport;
  underWay: boolean;
  onBack: () => void;
  onAsked: () => void;
}

function Found({ found, underWay, onBack, onAsked }: FoundProps) {
  const { t } = useTranslation('programme');
  const { dayAndTime, number } = useFormat();
  const { forget } = useImportForm();
  const [apply, { loading, refusal, failed }] = useResultMutation(APPLY_IMPORT);
  const write = async () => {
    const { ok } = await apply({ id: found.id });
    if (!ok) return;
    forget();
    onAsked();
  };
  const { about } = found;
  return (
    <>
      <PageHeader
        title={about.title}
        above={<ImportSteps now={found.appliedFrameworkId ? 'draft' : 'preview'} />}
        below={t('import.dryRun', {
          publisher: about.publisher,
          version: about.version,
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
              {found.viewerCan.includes('apply') && (
                <Button variant="primary" size="large" busy={loading} onClick={() => void write()}>
                  {t('import.apply')}
                </Button>
              )}
            </>
          )
        }
      />
      {found.problem && <RefusalNote>{found.problem}</RefusalNote>}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      <div className={styles.lead}>
        <Note>{underWay ? t('import.underWay', { percent: number(found.progress) }) : t(hintOf(found))}</Note>
      </div>
      {found.counts && <FrameworkFigures counts={found.counts} levels={found.scaleLevels} />}
      {found.outcomes.length > 0 && (
        <Section title={t('import.outcomes')}>
          <ImportOutcomes found={found} />
        </Section>
      )}
      {!underWay && (
        <Section title={found.errors > 0 ? t('import.problems') : t('import.findings')}>
          <FindingGroups groups={found.groups} />
          {found.findings.totalCount > 0 && (
            <FindingTable
              label={found.errors > 0 ? t('import.problems') : t('import.findings')}
              findings={found.findings.edges.map(({ node }) => node)}
            />
          )}
          <ul className={styles.names}>
            {found.files.map(
              (file) =>
                file.errorsUrl && (
                  <li key={file.fileId}>
                    <a href={file.errorsUrl}>{t('import.errorsOf', { name: file.name })}</a>
                  </li>
                ),
            )}
          </ul>
        </Section>
      )}
    </>
  );
}

// t('programme:import.isApplied') t('programme:import.isTheSame') t('programme:import.applyHint')
// t('programme:import.nothingDiffers') t('programme:import.errorsHint') t('programme:import.cannotRead')
function hintOf({ appliedFrameworkId, changesNothing, errors, state }: FrameworkImport) {
  if (appliedFrameworkId) return changesNothing ? 'import.isTheSame' : 'import.isApplied';
  if (errors > 0) return 'import.errorsHint';
  if (state !== 'PREVIEWED') return 'import.cannotRead';
  return changesNothing ? 'import.nothingDiffers' : 'import.applyHint';
}
