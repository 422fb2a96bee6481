interface Refused {
  __typename: string;
  problems?: readonly { field: string; message: string }[];
}

/** What the API found wrong at this field, e.g. `jobTitle` of `input.jobTitle`. */
export function problemAt(refusal: Refused | null, field: string): string | undefined {
  return refusal?.problems?.find((problem) => problem.field.split('.').at(-1) === field)?.message;
}

/** Whether the refusal has to be said as a whole, because no field of the form says it. */
export function saysMore(refusal: Refused | null, fields: readonly string[]): boolean {
  if (!refusal) return false;
  const problems = refusal.problems ?? [];
  return problems.length === 0 || problems.some((problem) => !fields.includes(problem.field.split('.').at(-1) ?? ''));
}
