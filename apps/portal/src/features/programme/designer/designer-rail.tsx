import { useTranslation } from 'react-i18next';
import { AchievementSheet } from '../achievement/achievement-sheet.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { useAddress } from '../../../lib/use-address.js';
import { AssessorPreview } from './assessor-preview.js';
import type { Version } from './designer.documents.js';
import type { Draft } from './draft.js';
import { OpenPoints } from './open-points.js';
import type { SectionName } from './sections.js';
import styles from './designer.module.css';

interface Props {
  version: Version;
  draft: Draft;
  section: SectionName;
  /** The criterion one is in. */
  row: number;
}

/** How it will read to others, and what still stands before publishing. */
export function DesignerRail({ version, draft, section, row }: Props) {
  const { t } = useTranslation('programme');
  const [chosen, choose] = useAddress('preview');
  // In the rubric one writes for assessors, everywhere else for employees.
  const preview = chosen || (section === 'rubric' ? 'assessor' : 'employee');
  const criterion = draft.rubric[Math.min(row, draft.rubric.length - 1)];
  return (
    <aside className={styles.rail} aria-label={t('designer.preview')}>
      {version.state === 'DRAFT' && <OpenPoints version={version} rubric={draft.rubric} />}
      <div className={styles.previewHead}>
        <h2>{t('designer.preview')}</h2>
        <SegmentedChoice
          label={t('designer.previewAs')}
          options={[
            { value: 'employee', label: t('designer.employee') },
            { value: 'assessor', label: t('designer.assessor') },
          ]}
          value={preview === 'assessor' ? 'assessor' : 'employee'}
          onChange={choose}
        />
      </div>
      <div className={styles.preview}>
        {preview === 'assessor' ? (
          <AssessorPreview rubric={draft.rubric} criterion={criterion} />
        ) : (
          <AchievementSheet
            view={{
              ...draft,
              outcomes: draft.outcomes.filter((line) => line.trim()),
              evidenceAsked: draft.evidenceAsked.filter((line) => line.trim()),
              criteria: draft.rubric,
              route: version.route,
              markingPolicy: version.markingPolicy,
            }}
          />
        )}
      </div>
    </aside>
  );
}
