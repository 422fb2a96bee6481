import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/text-link.js';
import { PageHeader } from '../../../components/page.js';
import { type Saving, SaveState } from '../../../components/save-state.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { EvidenceBeside } from '../evidence-beside.js';
import type { SnapshotJudged } from '../review.types.js';
import { AgreedCriterionRow } from './agreed-criterion-row.js';
import { AgreedRules } from './agreed-rules.js';
import { ReconcileActs } from './reconcile-acts.js';
import type { Reconciliation } from './reconciliation.types.js';
import { useAgreement } from './use-agreement.js';

interface Props {
  it: Reconciliation;
  snapshot: SnapshotJudged | null | undefined;
  onChanged: () => void;
}

/** What differs, side by side, what it was judged from beside it, and what the two settle on. */
export function ReconcileWorkspace({ it, snapshot, onChanged }: Props) {
  const { t } = useTranslation('reviews');
  const agreement = useAgreement(it, onChanged);
  const settles = it.viewerCan.includes('settle');
  const writes = settles || it.viewerCan.includes('adjudicate');
  const { state } = agreement;
  const saving: Saving = state.unreachable
    ? { state: 'failed', kept: t('marking.kept') }
    : state.saving
      ? { state: 'saving' }
      : { state: 'saved', at: state.savedAt };
  const criteria = it.achievementVersion?.rubric.criteria ?? [];
  // t('reviews:reconcile.settled.AGREED') t('reviews:reconcile.settled.NEAREST_PAIR') t('reviews:reconcile.settled.ADJUDICATED') t('reviews:reconcile.settled.SENT_BACK')
  return (
    <EvidenceBeside
      snapshot={snapshot}
      head={
        <PageHeader
          title={it.achievementVersion?.name ?? ''}
          above={<TextLink to="/reviews/reconcile">{t('reconcile.title')}</TextLink>}
          below={it.settledHow ? t(`reconcile.settled.${it.settledHow}`) : t(`reconcile.state.${it.state}`)}
          aside={settles && !agreement.state.stopped && <SaveState saving={saving} />}
        />
      }
      foot={<ReconcileActs it={it} agreement={agreement} onChanged={onChanged} />}
    >
      {(evidenceOf) => (
        <>
          {agreement.changedMeanwhile && <Note tone="amber">{t('reconcile.changedMeanwhile')}</Note>}
          {criteria.map((criterion, index) => (
            <AgreedCriterionRow
              key={criterion.id}
              criterion={criterion}
              number={index + 1}
              marks={it.marks}
              differs={it.differing.includes(criterion.id)}
              agreed={agreement.of(criterion.id)}
              evidence={evidenceOf(criterion.id)}
              onChange={writes ? (change) => agreement.change(criterion.id, change) : null}
            />
          ))}
          <AgreedRules it={it} rules={agreement.input.rules} onChange={writes ? agreement.changeRules : null} />
          {agreement.refusal && <RefusalNote>{agreement.refusal.message}</RefusalNote>}
        </>
      )}
    </EvidenceBeside>
  );
}
