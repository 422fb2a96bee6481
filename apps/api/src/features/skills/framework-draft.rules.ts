/** What a draft says of itself. Undefined: stays as it is. Null clears what may be empty. */
export interface FrameworkChanges {
  title?: string | null;
  publisher?: string | null;
  version?: string | null;
  description?: string | null;
  language?: string | null;
  licence?: string | null;
  licenceUrl?: string | null;
  attribution?: string | null;
  sourceUrl?: string | null;
  restricted?: boolean | null;
}

interface Problem {
  field: string;
  message: string;
}

const NEEDED = { title: 'a title', publisher: 'a publisher', version: 'a version', licence: 'a licence' } as const;
const MOST: Record<string, number> = { description: 20_000, attribution: 2_000, licence: 500 };
const USUAL = 300;

export function frameworkProblems(changes: FrameworkChanges): Problem[] {
  const problems: Problem[] = [];
  for (const [field, what] of Object.entries(NEEDED)) {
    const text = changes[field as keyof typeof NEEDED];
    if (typeof text === 'string' && !text.trim()) problems.push({ field, message: `A framework needs ${what}.` });
  }
  for (const [field, text] of Object.entries(changes)) {
    const most = MOST[field] ?? USUAL;
    if (typeof text === 'string' && text.length > most)
      problems.push({ field, message: `At most ${most.toLocaleString('en')} characters fit here.` });
  }
  for (const field of ['licenceUrl', 'sourceUrl'] as const) {
    const text = changes[field]?.trim();
    if (text && !isWebAddress(text)) problems.push({ field, message: 'An address begins with https:// or http://.' });
  }
  if (typeof changes.language === 'string' && !isLanguage(changes.language.trim()))
    problems.push({ field: 'language', message: 'A language is a tag such as en, de or pt-BR.' });
  return problems;
}

/** The columns that the changes set. */
export function frameworkColumns(changes: FrameworkChanges) {
  const { licenceUrl, sourceUrl, restricted } = changes;
  const texts = ['title', 'publisher', 'version', 'description', 'language', 'licence', 'attribution'] as const;
  return {
    ...Object.fromEntries(
      texts.flatMap((field) => {
        const text = changes[field];
        return typeof text === 'string' ? [[field, text.trim()]] : [];
      }),
    ),
    ...(licenceUrl !== undefined && { licenceUrl: licenceUrl?.trim() || null }),
    ...(sourceUrl !== undefined && { sourceUrl: sourceUrl?.trim() || null }),
    ...(typeof restricted === 'boolean' && { restricted }),
  };
}

/** The version after this one: its last number counted up, else with a 2 behind it. */
export function nextVersionName(version: string, taken: (version: string) => boolean): string {
  const last = /^(.*?)(\d+)(\D*)$/.exec(version);
  for (let turn = 1; ; turn++) {
    const name = last ? `${last[1]}${Number(last[2]) + turn}${last[3]}` : `${version} ${turn + 1}`;
    if (!taken(name)) return name;
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//i.test(text);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
