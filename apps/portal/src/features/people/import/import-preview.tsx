import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { StatusWord } from '../../../components/chip.js';
import { PageHeader } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { CancelAct } from './cancel-act.js';
import { APPLY_PEOPLE, type PeopleImport } from './import.documents.js';
import { ImportRows } from './import-rows.js';
import { ImportSteps } from './import-steps.js';
import styles from './import.module.css';

/** What would change, row by row. Still nothing is written. */
export function ImportPreview({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const [, setParams] = useSearchParams();
  return (
    <>
      <PageHeader
        title={found.fileName}
        above={<ImportSteps now="preview" />}
        below={t('import.previewLead', { count: found.counts.rows, day: day(found.effectiveOn) })}
        acts={
          <>
            <CancelAct found={found} />
            <Button onClick={() => setParams({ step: 'columns' })}>{t('import.backToColumns')}</Button>
          </>
        }
      />
      <ImportRows found={found} />
      <Apply found={found} />
    </>
  );
}

/** Stays at the foot of the window; when it cannot be done it says why beside it. */
function Apply({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const [, setParams] = useSearchParams();
  const [asked, setAsked] = useState(false);
  const [apply, { loading, refusal, failed }] = useResultMutation(APPLY_PEOPLE, { refetch: ['PeopleImport'] });
  const { create, change, leave, errors } = found.counts;
  const changes = create + change + leave;
  const why = whyNot(found);
  const run = async () => {
    const { ok } = await apply({ id: found.id });
    setAsked(false);
    if (ok) setParams({});
  };
  // t('people:import.whyNot.errors', { count }) t('people:import.whyNot.nothing') t('people:import.whyNot.notYours')
  return (
    <div className={styles.foot}>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
      <Button
        variant="primary"
        size="large"
        busy={loading}
        disabled={why !== null}
        aria-describedby={why ? 'why-not' : undefined}
        onClick={() => (leave > 0 ? setAsked(true) : void run())}
      >
        {t('import.apply', { count: changes })}
      </Button>
      {why ? (
        <span id="why-not">
          <StatusWord tone={why === 'errors' ? 'red' : 'plain'}>
            {t(`import.whyNot.${why}`, { count: errors })}
          </StatusWord>
        </span>
      ) : (
        <span className={styles.hint}>{t('import.allOrNothing')}</span>
      )}
      {asked && (
        <ConfirmDialog
          open
          danger
          title={t('import.confirmTitle', { count: leave })}
          act={t('import.apply', { count: changes })}
          busy={loading}
          onConfirm={() => void run()}
          onClose={() => setAsked(false)}
        >
          <p>{t('import.confirmLeave', { count: leave, day: day(found.effectiveOn) })}</p>
          <p>{t('import.confirmRest', { create, change })}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function whyNot({ counts, viewerCan }: PeopleImport): 'errors' | 'nothing' | 'notYours' | null {
  if (counts.errors > 0) return 'errors';
  if (counts.create + counts.change + counts.leave === 0) return 'nothing';
  return viewerCan.includes('apply') ? null : 'notYours';
}
