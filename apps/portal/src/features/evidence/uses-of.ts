import type { OwnEvidenceItem } from '../../lib/use-evidence-capture.js';

/** Where the submissions are that a piece of evidence is in. */
export const usesOf = ({ id, title }: OwnEvidenceItem) =>
  `/growth/submissions?${new URLSearchParams({ evidence: id, name: title }).toString()}`;
