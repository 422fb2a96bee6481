import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { type Board, CLOSE_COHORT } from './cohorts.documents.js';

/** What can be done to a cohort. */
export function BoardActs({ of, onDialog }: { of: Board; onDialog: (name: string) => void }) {
  const { t } = useTranslation('cohorts');
  const toast = useToast();
  const [close, closing] = useResultMutation(CLOSE_COHORT);
  const problem = closing.refusal;
  const runs = of.viewerCan.includes('run');
  // t('cohorts:cohort.closedNow') t('cohorts:cohort.openNow')
  const shut = async (closed: boolean) => {
    const { ok } = await close({ id: of.id, closed });
    if (ok)
      toast(t(closed ? 'cohort.closedNow' : 'cohort.openNow'), {
        undo: () => void close({ id: of.id, closed: !closed }),
      });
  };
  return (
    <>
      {problem && <RefusalNote>{problem.message}</RefusalNote>}
      {runs && (
        <>
          <Button variant="quiet" onClick={() => onDialog('edit')}>
            {t('cohort.edit')}
          </Button>
          <Button variant="quiet" busy={closing.loading} onClick={() => void shut(true)}>
            {t('cohort.close')}
          </Button>
          <Button variant="quiet" onClick={() => onDialog('reminders')}>
            {t('reminders.act')}
          </Button>
          <Button disabled={!of.behind} onClick={() => onDialog('remind')}>
            {t('board.remind', { count: of.behind ?? 0 })}
          </Button>
          <Button variant="primary" size="large" onClick={() => onDialog('enrol')}>
            {t('enrol.title')}
          </Button>
        </>
      )}
      {of.viewerCan.includes('reopen') && (
        <Button busy={closing.loading} onClick={() => void shut(false)}>
          {t('cohort.reopen')}
        </Button>
      )}
    </>
  );
}
