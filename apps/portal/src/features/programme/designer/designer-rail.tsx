import { useTranslation } from 'react-i18next';
import { AchievementSheet } from '../achievement/achievement-sheet.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { useAddress } from '../../../lib/use-address.js';
import { AssessorPreview } from './assessor-preview.js';
import { AwardedBadge } from './awarded-badge.js';
import type { Version } from './designer.documents.js';
import type { Draft } from './draft.js';
import { PublicationChecks } from './publication-checks.js';
import { RecruiterPreview } from './recruiter-preview.js';
import type { SectionName } from './sections.js';
import styles from './designer.module.css';

interface Props {
  version: Version;
  draft: Draft;
  section: SectionName;
  /** The criterion one is in. */
  row: number;
}

const READERS = ['employee', 'assessor', 'recruiter'] as const;

/** Whom a section is written for. */
function readerOf(section: SectionName): (typeof READERS)[number] {
  if (section === 'rubric') return 'assessor';
  return section === 'descriptors' ? 'recruiter' : 'employee';
}

/** How it will read to others, and what is looked at before publishing. */
export function DesignerRail({ version, draft, section, row }: Props) {
  const { t } = useTranslation('programme');
  const [chosen, choose] = useAddress('preview');
  const reader = READERS.find((each) => each === chosen) ?? readerOf(section);
  // t('programme:designer.employee') t('programme:designer.assessor') t('programme:designer.recruiter')
  return (
    <aside className={styles.rail} aria-label={t('designer.preview')}>
      {version.state === 'DRAFT' && <PublicationChecks version={version} />}
      {section !== 'badge' && <AwardedBadge version={version} name={draft.name} />}
      <div className={styles.previewHead}>
        <h2>{t('designer.preview')}</h2>
        <SegmentedChoice
          label={t('designer.previewAs')}
          options={READERS.map((each) => ({ value: each, label: t(`designer.${each}`) }))}
          value={reader}
          onChange={choose}
        />
      </div>
      <div className={styles.preview}>
        {reader === 'assessor' && (
          <AssessorPreview rubric={draft.rubric} criterion={draft.rubric[Math.min(row, draft.rubric.length - 1)]} />
        )}
        {reader === 'recruiter' && <RecruiterPreview version={version} draft={draft} />}
        {reader === 'employee' && (
          <AchievementSheet
            view={{
              ...draft,
              outcomes: draft.outcomes.filter((line) => line.trim()),
              evidenceAsked: draft.evidenceAsked.filter((line) => line.trim()),
              criteria: draft.rubric,
            }}
          />
        )}
      </div>
    </aside>
  );
}
