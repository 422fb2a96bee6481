/** The square root of what there is, rounded up: the least that is looked at again. */
export const leastSample = (population: number): number => Math.ceil(Math.sqrt(population));

/**
 * The smallest sample that finds at least one faulty decision with this certainty, were this share of them faulty. Drawn without
 * putting back, so hypergeometric; of an endless population (`Infinity`) binomial.
 */
export function sampleSize(population: number, faultyShare = 0.1, certainty = 0.95): number {
  const faulty = Math.max(1, Math.round(population * faultyShare));
  let missed = 1;
  for (let drawn = 0; drawn < population; drawn += 1) {
    if (missed <= 1 - certainty + 1e-12) return drawn;
    missed *=
      population === Infinity ? 1 - faultyShare : Math.max(0, population - faulty - drawn) / (population - drawn);
  }
  return population;
}
