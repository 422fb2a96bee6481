import { useTranslation } from 'react-i18next';
import type { Tone } from '../../components/chip.js';
import type { FullSubmission } from './submission.types.js';

type State = FullSubmission['state'];
type Outcome = NonNullable<FullSubmission['decision']>['outcome'];

/** States and outcomes in the words of the people who wait for them. */
export function useSubmissionWords() {
  const { t } = useTranslation('submissions');
  const states: Record<State, string> = {
    DRAFT: t('state.DRAFT'),
    SUBMITTED: t('state.SUBMITTED'),
    QUEUED: t('state.QUEUED'),
    IN_MARKING: t('state.IN_MARKING'),
    RECONCILING: t('state.RECONCILING'),
    IN_MODERATION: t('state.IN_MODERATION'),
    READY_FOR_RELEASE: t('state.READY_FOR_RELEASE'),
    RELEASED: t('state.RELEASED'),
    CLOSED: t('state.CLOSED'),
    RETURNED: t('state.RETURNED'),
    ON_HOLD: t('state.ON_HOLD'),
    WITHDRAWN: t('state.WITHDRAWN'),
    VOID: t('state.VOID'),
  };
  const outcomes: Record<Outcome, string> = {
    PASS: t('outcome.PASS'),
    NOT_YET: t('outcome.NOT_YET'),
    INSUFFICIENT_EVIDENCE: t('outcome.INSUFFICIENT_EVIDENCE'),
    REFERRED: t('outcome.REFERRED'),
  };
  return {
    state: (state: State) => states[state],
    outcome: (outcome: Outcome) => outcomes[outcome],
    attempt: (no: number) => (no === 1 ? t('attempt.first') : t('attempt.nth', { no })),
  };
}

export function outcomeTone(outcome: Outcome): Tone {
  return outcome === 'PASS' ? 'green' : 'amber';
}
