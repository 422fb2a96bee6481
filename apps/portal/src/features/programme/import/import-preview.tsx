import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { LooksLike } from '../../../components/looks-like.js';
import { PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { FrameworkFigures } from '../frameworks/framework-figures.js';
import { APPLY_IMPORT, CANCEL_IMPORT, FRAMEWORK_IMPORT, type FrameworkImport } from './import.documents.js';
import { ImportChanges } from './import-changes.js';
import { ImportFindings } from './import-findings.js';
import { ImportOutcomes } from './import-outcomes.js';
import { ImportSteps } from './import-steps.js';
import { useImportForm } from './use-import-form.js';
import styles from './import.module.css';

export const LOOK_AGAIN = 800;

/** Step 2: what would come in and what was found on the way. Still nothing is written. */
export function ImportPreview({ id, onBack, onColumns }: Omit<HeadProps, 'found' | 'onAsked'> & { id: string }) {
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
  return (
    <>
      <Head found={found} onBack={onBack} onColumns={onColumns} onAsked={() => void refetch()} />
      {underWay ? <UnderWay found={found} /> : <Found found={found} />}
    </>
  );
}

interface HeadProps {
  found: FrameworkImport;
  onBack: () => void;
  onColumns: () => void;
  onAsked: () => void;
}

/** What it is, and the acts that are possible now. */
function Head({ found, onBack, onColumns, onAsked }: HeadProps) {
  const { t } = useTranslation('programme');
  const { dayAndTime } = useFormat();
  const { forget } = useImportForm();
  const [apply, applying] = useResultMutation(APPLY_IMPORT);
  const [cancel, cancelling] = useResultMutation(CANCEL_IMPORT, { refetch: ['FrameworkImport'] });
  const refusal = applying.refusal ?? cancelling.refusal;
  const { about, appliedFrameworkId, changesNothing, id, viewerCan } = found;
  const withColumns = found.kind === 'CSV';
  const write = async () => {
    const { ok } = await apply({ id });
    if (!ok) return;
    forget();
    onAsked();
  };
  return (
    <>
      <PageHeader
        title={about.title}
        above={<ImportSteps now={appliedFrameworkId ? 'draft' : 'preview'} withColumns={withColumns} />}
        below={t('import.dryRun', {
          publisher: about.publisher,
          version: about.version,
          at: dayAndTime(found.createdAt),
        })}
        acts={
          appliedFrameworkId ? (
            <LinkButton variant="primary" size="large" to={`/programme/frameworks/${appliedFrameworkId}`}>
              {t('import.open')}
            </LinkButton>
          ) : (
            <>
              <Button onClick={onBack}>{t('import.back')}</Button>
              {withColumns && <Button onClick={onColumns}>{t('import.columns.change')}</Button>}
              {viewerCan.includes('cancel') && (
                <Button busy={cancelling.loading} onClick={() => void cancel({ id })}>
                  {t('import.cancel')}
                </Button>
              )}
              {viewerCan.includes('apply') && !changesNothing && (
                <Button variant="primary" size="large" busy={applying.loading} onClick={() => void write()}>
                  {t('import.apply')}
                </Button>
              )}
            </>
          )
        }
      />
      {found.problem && <RefusalNote>{found.problem}</RefusalNote>}
      {!appliedFrameworkId && <LooksLike likely={found.looksLike} here="/programme/frameworks/import" />}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {(applying.failed ?? cancelling.failed) && <RefusalNote>{t('unreachable')}</RefusalNote>}
    </>
  );
}

export function UnderWay({ found }: { found: Pick<FrameworkImport, 'state' | 'progress'> }) {
  const { t } = useTranslation('programme');
  const { number } = useFormat();
  const words = found.state === 'READING' ? t('import.readingNow') : t('import.writingNow');
  return (
    <div className={styles.progress} aria-live="polite">
      <p>
        {words} <b>{t('import.percent', { percent: number(found.progress) })}</b>
      </p>
      <progress aria-label={words} value={found.progress} max={100} />
      <p className={styles.hint}>{t('import.passes')}</p>
    </div>
  );
}

function Found({ found }: { found: FrameworkImport }) {
  const { t } = useTranslation('programme');
  const { counts, errors, outcomes, files } = found;
  // Of files that could not be read it would be untrue that nothing had to be settled.
  const settled = found.groups.some(({ severity }) => severity !== 'ERROR');
  return (
    <>
      <div className={styles.lead}>
        <Note>{t(hintOf(found))}</Note>
      </div>
      {counts && <FrameworkFigures counts={counts} levels={found.scaleLevels} />}
      {errors > 0 && <ImportFindings found={found} title={t('import.problems')} severity="ERROR" />}
      {outcomes.length > 0 && (
        <Section title={comparedTitle(found, t)}>
          <ImportOutcomes outcomes={outcomes} />
          <ImportChanges id={found.id} outcomes={outcomes} isFirst={found.comparedWith === null} />
        </Section>
      )}
      {(errors === 0 || settled) && <ImportFindings found={found} title={t('import.findings')} severity={null} />}
      <ul className={styles.names}>
        {files.map(
          (file) =>
            file.errorsUrl && (
              <li key={file.fileId}>
                <a href={file.errorsUrl}>{t('import.errorsOf', { name: file.name })}</a>
              </li>
            ),
        )}
      </ul>
      <Section title={t('import.terms')}>
        <p className={styles.terms}>{found.about.licence}</p>
        <p className={styles.terms}>{found.about.attribution}</p>
        {found.about.restricted && <p className={styles.terms}>{t('import.restrictedHint')}</p>}
      </Section>
    </>
  );
}

function comparedTitle(
  { comparedWith }: FrameworkImport,
  t: ReturnType<typeof useTranslation<'programme'>>['t'],
): string {
  return comparedWith ? t('import.compared', { version: comparedWith.version }) : t('import.outcomes');
}

// t('programme:import.isApplied') t('programme:import.isTheSame') t('programme:import.applyHint')
// t('programme:import.nothingDiffers') t('programme:import.errorsHint') t('programme:import.cannotRead')
function hintOf({ appliedFrameworkId, changesNothing, errors, state }: FrameworkImport) {
  if (appliedFrameworkId) return changesNothing ? 'import.isTheSame' : 'import.isApplied';
  if (errors > 0) return 'import.errorsHint';
  if (state !== 'PREVIEWED') return 'import.cannotRead';
  return changesNothing ? 'import.nothingDiffers' : 'import.applyHint';
}
