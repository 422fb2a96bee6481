import { isDomain } from '@assay/credential';

const MOST = 20;

/** Identifiers as they are kept: domains in lower case, each once. */
export function tidyIssuerIds(said: readonly string[]): string[] {
  const tidy = said.map((each) => each.trim()).filter((each) => each !== '');
  return [...new Set(tidy.map((each) => (isDomain(each.toLowerCase()) ? each.toLowerCase() : each)))];
}

/** Why these cannot be a provider's identifiers. */
export function issuerIdProblems(issuerIds: readonly string[]): { field: string; message: string }[] {
  const field = 'issuerIds';
  if (issuerIds.length > MOST) return [{ field, message: `A provider has at most ${MOST} identifiers.` }];
  const wrong = issuerIds.find(
    (each) =>
      each.length > 300 || !(isDomain(each) || /^did:[a-z0-9]+:\S+$/.test(each) || /^https:\/\/\S+$/.test(each)),
  );
  return wrong === undefined
    ? []
    : [
        {
          field,
          message: `“${wrong.slice(0, 80)}” is no domain, no https address and no DID. Write for example guild.example.`,
        },
      ];
}
