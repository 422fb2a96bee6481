/** What program texts are written in, by the ending of their name. */
const LANGUAGES: Record<string, string> = {
  ...{ bash: 'bash', sh: 'bash', c: 'c', h: 'c', cpp: 'cpp', cs: 'csharp', css: 'css', go: 'go', java: 'java' },
  ...{ js: 'javascript', json: 'json', kt: 'kotlin', php: 'php', py: 'python', rb: 'ruby', rs: 'rust', sql: 'sql' },
  ...{ ts: 'typescript', tsx: 'typescript', yaml: 'yaml', yml: 'yaml' },
};

/** Null: it is read as plain words. */
export const languageOf = (fileName: string): string | null =>
  LANGUAGES[/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? null;
