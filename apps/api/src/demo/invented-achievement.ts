/** One criterion: title, what is looked at, and what each of the four levels looks like, lowest first. */
export interface InventedCriterion {
  id: string;
  title: string;
  description: string;
  weight: number;
  mustPass: boolean;
  levels: [string, string, string, string];
}

/** A piece of evidence as somebody of the company could have kept it. `{place}` and `{when}` differ from person to person. */
export interface InventedEvidence {
  kind: 'TEXT' | 'LINK' | 'FILE';
  title: string;
  /** Text, address, or the lines of the file. */
  content: string;
  note: string;
}

export interface OfferedAchievement {
  key: string;
  name: string;
  description: string;
  /** Code of a skill of the invented framework. */
  skill: string;
  levelOrdinal: number;
  outcomes: string[];
  evidenceAsked: string[];
  criteria: InventedCriterion[];
  cutScore: number;
  validityMonths: number | null;
  evidenceMaxAgeMonths: number | null;
  workloadHours: number;
  /** Keys of the founding assessors. */
  founders: string[];
  /** Left out: by a portfolio. */
  route?: 'COMPLETION';
}

/** One that people of the company worked for. */
export interface InventedAchievement extends OfferedAchievement {
  evidence: InventedEvidence[];
  /** Per criterion id: which two pieces of evidence the two reflections below belong to. */
  shownBy: Record<string, [number, number]>;
  /** Per criterion id: how people say that their evidence shows it. */
  reflections: Record<string, [string, string]>;
  /** Per criterion id: what an assessor writes when it is met, and when it is not yet. */
  comments: Record<string, { met: string; notYet: string }>;
}
