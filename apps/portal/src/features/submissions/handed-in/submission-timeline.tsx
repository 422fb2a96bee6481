import { useTranslation } from 'react-i18next';
import { Timeline, type TimelineEntry } from '../../../components/timeline.js';
import { useFormat } from '../../../lib/format.js';
import { useSubmissionWords } from '../submission-words.js';
import type { FullSubmission } from '../submission.types.js';

type State = FullSubmission['state'];

/** What the ordinary way still holds from here; nothing is promised with a date that nobody knows. */
const AHEAD: Partial<Record<State, State[]>> = {
  SUBMITTED: ['IN_MARKING', 'RELEASED'],
  QUEUED: ['IN_MARKING', 'RELEASED'],
  IN_MARKING: ['RELEASED'],
  RECONCILING: ['RELEASED'],
  IN_MODERATION: ['RELEASED'],
  READY_FOR_RELEASE: ['RELEASED'],
};

export function SubmissionTimeline({ submission }: { submission: FullSubmission }) {
  const { t } = useTranslation('submissions');
  const words = useSubmissionWords();
  const format = useFormat();
  const ahead = AHEAD[submission.state] ?? [];
  const past = submission.timeline;
  const holds = [...submission.holds].sort((one, other) => one.fromAt.localeCompare(other.fromAt));
  const heldBy = past.filter(({ state }) => state === 'ON_HOLD');
  /** While it is held its clock stands: what is due moves by that time. */
  const clock = (step: (typeof past)[number]) => {
    const hold = holds[heldBy.indexOf(step)];
    if (!hold) return step.note;
    const stands = hold.untilAt
      ? t('timeline.clockStood', { until: format.dayAndTime(hold.untilAt) })
      : t('timeline.clockStands');
    return [step.note, stands].filter(Boolean).join(' ');
  };
  const entries: TimelineEntry[] = [
    ...past.map((step, index) => ({
      id: `${step.state} ${step.at} ${index}`,
      what: words.state(step.state),
      when: format.dayAndTime(step.at),
      note: clock(step),
      state: index === past.length - 1 && ahead.length > 0 ? ('now' as const) : ('done' as const),
    })),
    ...ahead.map((state) => ({ id: `ahead ${state}`, what: words.state(state), when: '', state: 'ahead' as const })),
  ];
  return <Timeline entries={entries} label={t('timeline.title')} />;
}
