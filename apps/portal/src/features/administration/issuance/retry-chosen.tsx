import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { RETRY_ISSUANCES } from './issuance.documents.js';
import table from '../issuance-page.module.css';

/** Awards that are ticked. */
export interface Chosen {
  ids: ReadonlySet<string>;
  choose: (id: string, on: boolean) => void;
}

interface Props {
  ids: ReadonlySet<string>;
  /** Of what is shown, everything that can be tried again. */
  retriable: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Drives a selection again: in chunks, so that one that fails again spoils no other. */
export function RetryChosen({ ids, retriable, onChoose }: Props) {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const [retry, { loading, refusal, failed }] = useResultMutation(RETRY_ISSUANCES, { refetch: ['Issuances'] });
  if (retriable.length === 0) return null;
  const chosen = retriable.filter((id) => ids.has(id));
  const run = async () => {
    const { ok } = await retry({ awardIds: chosen });
    if (!ok) return;
    onChoose([]);
    toast(
      ok.passedOver > 0
        ? t('issuance.retriedSome', { count: ok.retried, passed: ok.passedOver })
        : t('issuance.retried', { count: ok.retried }),
    );
  };
  // t('administration:issuance.chooseAll') t('administration:issuance.chooseNone')
  return (
    <div className={table.chosen}>
      <Button
        size="small"
        variant="quiet"
        onClick={() => onChoose(chosen.length === retriable.length ? [] : retriable)}
      >
        {t(chosen.length === retriable.length ? 'issuance.chooseNone' : 'issuance.chooseAll')}
      </Button>
      <Button size="small" variant="accent" disabled={chosen.length === 0} busy={loading} onClick={() => void run()}>
        {t('issuance.retryChosen', { count: chosen.length })}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </div>
  );
}
