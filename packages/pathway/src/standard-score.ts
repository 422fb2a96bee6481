/**
 * Where a rating lies on its scale, from 0 (lowest) to 100 (highest), so that ratings on scales of other lengths can be compared:
 * (rating − lowest) / (highest − lowest) · 100, as the O*NET programme standardises its scales (onetcenter.org, questions, 20).
 */
export const standardScore = (rating: number, lowest: number, highest: number): number =>
  ((rating - lowest) / (highest - lowest)) * 100;
