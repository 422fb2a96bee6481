/** A course as a sentence about prerequisites may call it. */
export interface Titled {
  code: string;
  title: string;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/**
 * Which courses a text about prerequisites names. Only what is unmistakable: a whole title, or the part before or after
 * its colon, and one course alone that is called so. The text itself stays beside, with everything else that it says.
 */
export function coursesNamed(text: string, courses: readonly Titled[]): string[] {
  const byName = namesOf(courses);
  const whole = byName.get(plain(text));
  if (whole?.size === 1) return [...whole];
  const found = new Set<string>();
  for (const part of partsOf(text)) {
    const codes = byName.get(plain(part));
    if (codes?.size === 1) for (const code of codes) found.add(code);
  }
  return [...found];
}

/** Every name by which courses go, with the codes of those that share it. Made once for a catalogue. */
const known = new WeakMap<readonly Titled[], Map<string, Set<string>>>();
function namesOf(courses: readonly Titled[]): Map<string, Set<string>> {
  const before = known.get(courses);
  if (before) return before;
  const names = new Map<string, Set<string>>();
  for (const { code, title } of courses) {
    const [first = '', ...after] = title.split(':');
    for (const name of new Set([title, first, after.join(':')].map(plain)))
      if (name) names.set(name, (names.get(name) ?? new Set()).add(code));
  }
  known.set(courses, names);
  return names;
}

/** What stands between semicolons, and between the signs that titles may hold themselves. */
const partsOf = (text: string): string[] => [...text.split(/[;\n]/u), ...text.split(/[,;\n]| and /u)];
