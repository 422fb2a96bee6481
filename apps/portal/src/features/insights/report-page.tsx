import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import styles from './insights.module.css';
import { KeptReports } from './kept-reports.js';
import { ReportDownloads } from './report-downloads.js';
import { ReportForm } from './report-form.js';
import { ReportTable } from './report-table.js';
import { REPORT_SUBJECTS, SAVED_REPORTS } from './reports.documents.js';
import { SaveReportDialog } from './save-report-dialog.js';
import { useDefinition } from './use-definition.js';

/** A report over documented columns: what it asks for is kept, and its rows are those of whoever looks. */
export function ReportPage() {
  const { t } = useTranslation('insights');
  const [saving, setSaving] = useState(false);
  const subjects = useQuery(REPORT_SUBJECTS);
  const keptOnes = useQuery(SAVED_REPORTS);
  const kept = keptOnes.data?.savedReports ?? [];
  const { report, definition, open, change } = useDefinition(kept);
  const all = subjects.data?.reportSubjects;
  const subject = all?.find(({ key }) => key === definition?.subject);
  const failed = (subjects.error && !all) || (keptOnes.error && !keptOnes.data);
  return (
    <Page title={t('places.reports')}>
      <PageHeader
        title={report?.name ?? t('reports.title')}
        below={subject?.description ?? t('reports.below')}
        acts={
          definition &&
          subject && (
            <>
              <ReportDownloads definition={definition} />
              <Button variant="primary" onClick={() => setSaving(true)}>
                {t('reports.keep')}
              </Button>
            </>
          )
        }
      />
      <div className={styles.work}>
        {failed && <ErrorState onRetry={() => void Promise.all([subjects.refetch(), keptOnes.refetch()])} />}
        {!failed && (!all || !keptOnes.data) && <LoadingRows rows={6} />}
        {all && keptOnes.data && (
          <>
            <KeptReports reports={kept} openId={report?.id ?? null} onOpen={open} />
            <ReportForm subjects={all} definition={definition} onChange={change} />
            {definition && subject ? (
              <ReportTable definition={definition} subject={subject} onChange={change} />
            ) : (
              // t('insights:reports.closed') t('insights:reports.start')
              // t('insights:reports.closedBody') t('insights:reports.startBody')
              <EmptyState title={t(definition ? 'reports.closed' : 'reports.start')}>
                {t(definition ? 'reports.closedBody' : 'reports.startBody')}
              </EmptyState>
            )}
          </>
        )}
      </div>
      {saving && definition && (
        <SaveReportDialog
          report={report}
          definition={definition}
          onClose={() => setSaving(false)}
          onSaved={(id) => {
            setSaving(false);
            open(id);
          }}
        />
      )}
    </Page>
  );
}
