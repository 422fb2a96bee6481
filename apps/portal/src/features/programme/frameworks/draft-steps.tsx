import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { FRAMEWORK_STEPS } from './framework-draft.documents.js';
import { useUndoStep } from './use-undo-step.js';
import styles from './skill-workspace.module.css';

/** What was added, moved and taken out lately, by whom, each with the way back. */
export function DraftSteps({ frameworkId }: { frameworkId: string }) {
  const { t } = useTranslation('frameworks');
  const { dayAndTime } = useFormat();
  const toast = useToast();
  const undo = useUndoStep();
  const { data } = useQuery(FRAMEWORK_STEPS, { variables: { id: frameworkId } });
  const steps = data?.framework?.steps ?? [];
  if (steps.length === 0) return null;
  // t('frameworks:step.ADD_SKILL') t('frameworks:step.REMOVE_SKILL') t('frameworks:step.MOVE_SKILL')
  // t('frameworks:step.ADD_RELATION') t('frameworks:step.REMOVE_RELATION') t('frameworks:step.MERGE_SKILLS')
  return (
    <section className={styles.steps}>
      <h2>{t('steps.title')}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            <span>{t(`step.${step.kind}`, { subject: step.subject })}</span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('steps.undoNamed', { subject: step.subject })}
              onClick={() => void undo(step.id).then((message) => message && toast(message))}
            >
              {t('steps.undo')}
            </Button>
            <small>
              {step.madeBy?.displayName}, {dayAndTime(step.madeAt)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
