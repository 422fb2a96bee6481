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
  /** Copies from before these existed have none. */
  keptAt?: string | null;
  statement?: SnapshotStatement | null;
  /** SHA-256 of the file, of the text, of the address or of the statement, in hexadecimal. */
  digest: string;
}

/** What a witness had said when it was handed in. */
export interface SnapshotStatement {
  witnessName: string;
  isColleague: boolean;
  question: string;
  capacity: string;
  sawOn: string | null;
  words: string;
  answeredAt: string;
}

export interface SnapshotCriterion {
  criterionId: string;
  number: number;
  claimedLevel: number | null;
  notEvidenced: boolean;
  /** Met in an attempt before: it counts at this level and is not judged again. */
  carried?: { level: number; decidedAt: string; fromDecisionId: string } | null;
  /** Not met before and nothing new was brought: why the same shows it now. Left out where it is not so. */
  sameBecause?: string;
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
