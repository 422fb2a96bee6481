import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useAddress } from '../../../lib/use-address.js';
import { AngoffTable } from './angoff-table.js';
import type { CutScoreMethod } from './cut-score.documents.js';
import { CutScoreStory } from './cut-score-story.js';
import type { Version } from './designer.documents.js';
import { MarksGivenView } from './marks-given-view.js';
import type { DraftState } from './use-draft.js';
import { useSetCutScore } from './use-set-cut-score.js';
import styles from './cut-score.module.css';

interface Props {
  version: Version;
  state: DraftState;
  readOnly: boolean;
}

/** How the score to pass came about, and three ways to set it: by judgement, by a panel, from the marks given so far. */
export function CutScorePanel({ version, state, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const { draft, change } = state;
  const setting = version.cutScoreSetting;
  const [chosen, choose] = useAddress('by');
  const method = METHODS.find((each) => each === chosen) ?? setting?.method ?? 'JUDGEMENT';
  const { take, busy, refusal } = useSetCutScore(version, state);
  // t('programme:cut.by.JUDGEMENT') t('programme:cut.by.MODIFIED_ANGOFF') t('programme:cut.by.BORDERLINE_REGRESSION')
  // t('programme:cut.how.JUDGEMENT') t('programme:cut.how.MODIFIED_ANGOFF') t('programme:cut.how.BORDERLINE_REGRESSION')
  return (
    <div className={styles.panel} data-field="cutScore">
      <Section title={t('cut.title')}>
        <CutScoreStory setting={setting} cutScore={draft.cutScore} />
        <SegmentedChoice
          label={t('cut.method')}
          hideLabel={false}
          options={METHODS.map((value) => ({ value, label: t(`cut.by.${value}`) }))}
          value={method}
          onChange={choose}
        />
        <p className={styles.how}>{t(`cut.how.${method}`)}</p>
        {method === 'JUDGEMENT' && (
          <Textarea
            label={t('cut.reason')}
            description={setting && setting.method !== 'JUDGEMENT' ? t('cut.reasonChanges') : t('cut.reasonHint')}
            autosize
            minRows={2}
            readOnly={readOnly}
            value={draft.cutScoreReason}
            onChange={(event) => change('cutScoreReason', event.currentTarget.value)}
          />
        )}
        {method === 'MODIFIED_ANGOFF' && (
          <AngoffTable
            panel={draft.angoffPanel}
            rubric={draft.rubric}
            readOnly={readOnly}
            busy={busy}
            onChange={(panel) => change('angoffPanel', panel)}
            onTake={() => void take('MODIFIED_ANGOFF')}
          />
        )}
        {method === 'BORDERLINE_REGRESSION' && (
          <MarksGivenView
            versionId={version.id}
            cutScore={draft.cutScore}
            readOnly={readOnly}
            busy={busy}
            onTake={() => void take('BORDERLINE_REGRESSION')}
          />
        )}
        {refusal && <RefusalNote>{refusal}</RefusalNote>}
      </Section>
    </div>
  );
}

const METHODS: CutScoreMethod[] = ['JUDGEMENT', 'MODIFIED_ANGOFF', 'BORDERLINE_REGRESSION'];
