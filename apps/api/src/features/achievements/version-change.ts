/** EDITORIAL: the same in better words. SUBSTANTIVE: holders of the version before have not shown this. */
export type ChangeKind = 'EDITORIAL' | 'SUBSTANTIVE';

/** What a designer says of one change. */
export interface ChangeMark {
  key: string;
  kind: ChangeKind;
  reason: string;
}

/** One text or number that differs. Null: it was not there, or is there no longer. */
export interface ChangedCell {
  /** Path of the field in the newer version, or in the older one where it is gone. */
  field: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** Something that differs from the version before, as one thing to judge. */
export interface VersionChange extends ChangeMark {
  section: string;
  field: string;
  title: string;
  cells: ChangedCell[];
  /** What the rule says. */
  suggested: ChangeKind;
  /** Nobody can call it editorial. */
  isForced: boolean;
}

export type StoredChange = ChangeMark | VersionChange;
