import type { EvidenceKind } from './evidence-item.entity.js';

/** An evidence item as it was when it was handed in. */
export interface SnapshotItem {
  letter: string;
  itemId: string;
  kind: EvidenceKind;
  title: string;
  note: string;
  url: string | null;
  text: string | null;
  fileId: string | null;
  madeOn: string | null;
  /** SHA-256 of the file, of the text or of the address, in hexadecimal. */
  digest: string;
}

export interface SnapshotCriterion {
  criterionId: string;
  number: number;
  claimedLevel: number | null;
  notEvidenced: boolean;
  links: { letter: string; reflection: string }[];
}

/** Everything that was handed in. The rubric is that of the achievement version, which never changes. */
export interface SnapshotContent {
  achievementVersionId: string;
  declaration: string;
  items: SnapshotItem[];
  criteria: SnapshotCriterion[];
}

/** What the person signs when handing in. */
export const DECLARATION =
  'This is my own work; where others had a part in it, I have said which. I may show it to an assessor.';
