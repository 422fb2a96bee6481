import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { SaveState } from '../../../components/save-state.js';
import { RefusalNote } from '../../../components/states.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { CriterionRow } from '../marking/criterion-row.js';
import { OpenCriterion } from '../marking/open-criterion.js';
import styles from '../quality.module.css';
import { savingOf } from './saving.js';
import { HAND_IN_CALIBRATION, type Round, type RoundExemplar, SAVE_CALIBRATION } from './calibration.documents.js';
import { useResultMutation } from '../../../lib/result.js';

interface Given {
  criterionId: string;
  level: number | null;
  comment: string;
}

interface Props {
  round: Round;
  judged: RoundExemplar;
  /** Whoever has handed in stays here, to see where they differ. */
  onHandIn: () => void;
}

/** Levels by number keys, criterion after criterion, saved as one goes. */
export function JudgeExemplar({ round, judged, onHandIn }: Props) {
  const { t } = useTranslation('quality');
  const criteria = round.version.rubric.criteria;
  const [given, setGiven] = useState<readonly Given[]>(judged.criteria);
  const [place, setPlace] = useState(0);
  const revision = useRef(judged.revision);
  const [save] = useResultMutation(SAVE_CALIBRATION);
  const [handIn, { loading, refusal, failed }] = useResultMutation(HAND_IN_CALIBRATION, {
    refetch: ['CalibrationRound', 'CalibrationRounds'],
  });
  const about = { roundId: round.id, exemplarId: judged.exemplar.id };
  const { queue, state } = useAutosave<readonly Given[]>(async (_key, value) => {
    const input = {
      criteria: value.map(({ criterionId, level, comment }) => ({ criterionId, level, comment })),
      expectedRevision: revision.current,
    };
    const answer = await save({ ...about, input });
    if (answer.ok) {
      revision.current += 1;
      return 'saved';
    }
    return answer.failed ? 'unreachable' : 'refused';
  }, null);
  const change = (criterionId: string, more: Partial<Given>) => {
    const before = given.find((each) => each.criterionId === criterionId) ?? { criterionId, level: null, comment: '' };
    const next = [...given.filter((each) => each.criterionId !== criterionId), { ...before, ...more }];
    setGiven(next);
    queue.put('mark', next);
  };
  const go = (to: number) => setPlace(Math.max(0, Math.min(criteria.length - 1, to)));
  const group = t('calibration.title');
  useHotkey({ keys: '[', label: t('calibration.previous'), group, run: () => go(place - 1) });
  useHotkey({ keys: ']', label: t('calibration.next'), group, run: () => go(place + 1) });
  const complete = criteria.every(({ id }) => (given.find((each) => each.criterionId === id)?.level ?? null) !== null);
  const finish = async () => {
    await queue.flush();
    onHandIn();
    await handIn(about);
  };
  useHotkey({ keys: 'mod+enter', label: t('calibration.handIn'), group, run: () => void finish(), enabled: complete });
  return (
    <section aria-label={t('calibration.judge')}>
      <p className={styles.line}>
        <span className={styles.quiet}>{t('calibration.judgeHint')}</span>
        <SaveState saving={savingOf(state, t('kept'))} />
      </p>
      <ol className={styles.rows}>
        {criteria.map((criterion, index) => {
          const own = given.find((each) => each.criterionId === criterion.id);
          const row = {
            number: index + 1,
            criterion,
            claimedLevel: null,
            notEvidenced: false,
            carried: null,
            sameBecause: null,
            links: [],
          };
          return (
            <li key={criterion.id}>
              {index === place ? (
                <OpenCriterion
                  row={row}
                  level={own?.level ?? null}
                  comment={own?.comment ?? ''}
                  onLevel={(level) => {
                    change(criterion.id, { level });
                    go(index + 1);
                  }}
                  onComment={(comment) => change(criterion.id, { comment })}
                />
              ) : (
                <CriterionRow
                  row={row}
                  level={own?.level ?? null}
                  comment={own?.comment ?? ''}
                  onOpen={() => go(index)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      <Button variant="primary" disabled={!complete} busy={loading} onClick={() => void finish()}>
        {t('calibration.handIn')}
      </Button>
    </section>
  );
}
