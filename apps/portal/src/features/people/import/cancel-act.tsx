import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { CANCEL_PEOPLE, type PeopleImport } from './import.documents.js';

/** Nothing has been written, so nothing is asked twice. */
export function CancelAct({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [cancel, { loading, refusal, failed }] = useResultMutation(CANCEL_PEOPLE, { refetch: ['PeopleImport'] });
  if (!found.viewerCan.includes('cancel')) return null;
  const run = async () => {
    const { ok } = await cancel({ id: found.id });
    if (ok) toast(t('import.cancelled'));
  };
  return (
    <>
      <Button busy={loading} onClick={() => void run()}>
        {t('import.cancel')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </>
  );
}
