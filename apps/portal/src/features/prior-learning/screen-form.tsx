import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader, Section } from '../../components/page.js';
import { SaveState } from '../../components/save-state.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { RefusalNote } from '../../components/states.js';
import type { SaveAnswer } from '../../lib/autosave.js';
import { useResultMutation } from '../../lib/result.js';
import { useAutosave } from '../../lib/use-autosave.js';
import { NextStep } from './next-step.js';
import { SAVE_SCREEN } from './prior-learning.documents.js';
import type { Screen, ScreenedVersion } from './prior-learning.types.js';
import styles from './prior-learning.module.css';

type Answer = Screen['answers'][number];
const STANCES = ['YES', 'PARTLY', 'NO'] as const;

/** Everything typed is saved while one goes on; nobody else sees it. */
export function ScreenForm({ version, screen }: { version: ScreenedVersion; screen: Screen | null }) {
  const { t } = useTranslation('prior-learning');
  const [answers, setAnswers] = useState<readonly Answer[]>(() =>
    version.outcomes.map(
      (_, outcome) => screen?.answers.find((each) => each.outcome === outcome) ?? { outcome, stance: null, words: '' },
    ),
  );
  const revision = useRef(screen?.revision ?? 0);
  const [problem, setProblem] = useState<string | null>(null);
  const [save] = useResultMutation(SAVE_SCREEN);
  const { queue, state } = useAutosave<readonly Answer[]>(async (_key, given): Promise<SaveAnswer> => {
    const written = given.filter(({ stance, words }) => stance !== null || words !== '');
    const outcome = await save({
      id: version.id,
      answers: written.map(({ outcome: place, stance, words }) => ({ outcome: place, stance, words })),
      expectedRevision: revision.current,
    });
    setProblem(outcome.refusal?.message ?? null);
    if (outcome.ok) revision.current = outcome.ok.revision;
    if (outcome.ok) return 'saved';
    return outcome.refusal ? 'stopped' : 'unreachable';
  }, screen?.savedAt ?? null);
  const change = (outcome: number, next: Partial<Answer>) => {
    const changed = answers.map((each) => (each.outcome === outcome ? { ...each, ...next } : each));
    setAnswers(changed);
    queue.put('answers', changed);
  };
  const saving = state.unreachable
    ? ({ state: 'failed', kept: t('kept') } as const)
    : state.saving
      ? ({ state: 'saving' } as const)
      : ({ state: 'saved', at: state.savedAt } as const);
  // t('prior-learning:stance.YES') t('prior-learning:stance.PARTLY') t('prior-learning:stance.NO')
  return (
    <>
      <PageHeader
        title={version.name}
        above={
          <>
            {t('title')} <SaveState saving={saving} />
          </>
        }
        below={t('screenLead')}
      />
      {problem && <RefusalNote>{t('changed', { message: problem })}</RefusalNote>}
      <NextStep version={version} answers={answers} flush={() => queue.flush()} />
      <Section title={t('outcomes')} voice="record">
        <ol className={styles.outcomes}>
          {version.outcomes.map((outcome, place) => (
            <li key={outcome}>
              <p className={styles.outcome}>{outcome}</p>
              <SegmentedChoice
                label={t('could', { outcome })}
                options={STANCES.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
                value={answers[place]?.stance ?? null}
                onChange={(stance) => change(place, { stance: stance as Answer['stance'] })}
              />
              <Textarea
                aria-label={t('where', { outcome })}
                placeholder={t('whereHint')}
                autosize
                minRows={2}
                value={answers[place]?.words ?? ''}
                onChange={(event) => change(place, { words: event.currentTarget.value })}
              />
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
