interface Limited {
  scopeUnit: { name: string } | null;
  scopeAchievement: { name: string } | null;
}

/** What a granted role is limited to, in names; nothing: it holds everywhere. */
export function limitsOf(grant: Limited): string[] {
  return [grant.scopeUnit, grant.scopeAchievement].filter((limit) => limit !== null).map((limit) => limit.name);
}
