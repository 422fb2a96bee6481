import { useCallback, useMemo } from 'react';
import { BadgeSection } from '../badges/badge-section.js';
import { AssessorsSection } from './assessors-section.js';
import { BasicsSection } from './basics-section.js';
import { ChangesSection } from './changes-section.js';
import { CutScorePanel } from './cut-score-panel.js';
import { DescriptorsSection } from './descriptors-section.js';
import type { Version } from './designer.documents.js';
import { EvidenceSection } from './evidence-section.js';
import { LinesSection } from './lines-section.js';
import { MarkingSection } from './marking-section.js';
import type { RubricSheet } from './rubric-sheet.js';
import { RubricSection } from './rubric-section.js';
import type { SectionName } from './sections.js';
import { StackPanel } from './stack-panel.js';
import type { DraftState } from './use-draft.js';
import { ValiditySection } from './validity-section.js';

interface Props {
  section: SectionName;
  version: Version;
  state: DraftState;
  readOnly: boolean;
  at: string | null;
  onRow: (row: number) => void;
}

/** The section that the address names. */
export function SectionContent({ section, version, state, readOnly, at, onRow }: Props) {
  const { draft, change } = state;
  const onRubric = useCallback((sheet: RubricSheet) => change('rubric', sheet), [change]);
  const onCutScore = useCallback((cutScore: number) => change('cutScore', cutScore), [change]);
  const changedCells = useMemo(
    () => new Set(version.changes.flatMap(({ cells }) => cells.map(({ field }) => field))),
    [version.changes],
  );
  const common = { draft, change, readOnly };
  switch (section) {
    case 'basics':
      return <BasicsSection {...common} />;
    case 'outcomes':
      return <LinesSection field="outcomes" {...common} />;
    case 'rubric':
      return (
        <RubricSection
          versionId={version.id}
          sheet={draft.rubric}
          cutScore={draft.cutScore}
          readOnly={readOnly}
          at={at}
          skills={draft.skills}
          changedCells={changedCells}
          onChange={onRubric}
          onCutScore={onCutScore}
          onRow={onRow}
        />
      );
    case 'evidence':
      return <EvidenceSection {...common} />;
    case 'marking':
      return (
        <>
          <MarkingSection {...common} />
          <CutScorePanel version={version} state={state} readOnly={readOnly} />
        </>
      );
    case 'descriptors':
      return <DescriptorsSection {...common} />;
    case 'validity':
      return (
        <>
          <ValiditySection achievementId={version.achievementId} {...common} />
          <StackPanel version={version} state={state} readOnly={readOnly} />
        </>
      );
    case 'badge':
      return <BadgeSection version={version} name={draft.name} readOnly={readOnly} />;
    case 'assessors':
      return <AssessorsSection version={version} />;
    case 'changes':
      return <ChangesSection version={version} {...common} />;
  }
}
