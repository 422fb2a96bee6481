import type { ErasedArea } from './erasure.type.js';

const TRACES: Partial<Record<ErasedArea, string>> = {
  CREDENTIALS:
    'The signed document goes. Its place in the status list stays, so that what was withdrawn stays withdrawn, with a fingerprint that tells nothing.',
  LINKS: 'The address stays and says that the data were erased, without a name.',
  SUBMISSIONS: 'Days and outcomes stay without words and without a name: the figures of assessors rest on them.',
  JUDGEMENTS: 'What they judged stays with whoever was judged. Their name goes.',
};

/** What becomes of a kind of thing, in a sentence. */
export function happensTo(area: ErasedArea): string {
  return TRACES[area] ?? 'Goes, with every copy.';
}

export function leavesTrace(area: ErasedArea): boolean {
  return area in TRACES;
}
