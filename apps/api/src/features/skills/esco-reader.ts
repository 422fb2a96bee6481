import { EscoOccupations } from './esco-occupations.js';
import { EscoSkills } from './esco-skills.js';
import { Problems } from './esco-table.js';
import type { FormatFile, FrameworkRead } from './framework-format.js';
import { finding } from './import-findings.rules.js';

type Step = [key: string, read: (file: FormatFile) => Promise<void>];

/** ESCO whole, file by file in the order in which they refer to one another. */
export async function readEsco(
  files: readonly FormatFile[],
  options: Readonly<Record<string, string>>,
): Promise<FrameworkRead> {
  const problems = new Problems();
  const skills = new EscoSkills(problems);
  const occupations = new EscoOccupations(skills.skills, problems);
  const levels = levelsOf(options['levels'] ?? '');
  const steps: Step[] = [
    ['skills', (file) => skills.readSkills(file)],
    ['groups', (file) => skills.readGroups(file)],
    ['broader', (file) => skills.readBroader(file)],
    ['hierarchy', (file) => skills.readHierarchy(file)],
    ['collections', (file) => skills.readCollection(file)],
    ['schemes', (file) => skills.readSchemes(file)],
    ['occupations', (file) => occupations.readOccupations(file)],
    ['asked', (file) => occupations.readAsked(file)],
  ];
  const given = (key: string) => files.filter((file) => file.key === key);
  if (given('asked').length > 0 && given('occupations').length === 0)
    problems.add('MISSING_FILE', given('asked')[0]?.name ?? '', null, null, 'The file of the occupations is missing.');
  for (const [key, read] of steps)
    for (const file of given(key)) {
      // What refers to a file with something wrong would be wrong a thousand times.
      if (problems.all.length > 0) return { problems: problems.all };
      await read(file);
    }
  if (problems.all.length === 0) skills.findCircle();
  if (problems.all.length > 0) return { problems: problems.all };
  const first = given('skills')[0]?.name ?? '';
  const chosen =
    levels.length > 0
      ? `ESCO names no levels. ${levels.map(({ name }) => name).join(', ')} were chosen for it.`
      : 'ESCO names no levels, and none were chosen: its skills cannot be awarded at one.';
  return {
    content: {
      levels,
      skills: [...skills.skills.values()],
      relations: skills.relations,
      families: occupations.families(),
      about: {
        language: /_([a-z]{2})\.csv/i.exec(first)?.[1]?.toLowerCase() ?? 'en',
        uri: 'http://data.europa.eu/esco',
      },
    },
    findings: [...occupations.findings, finding('LEVELS_CHOSEN', first, null, null, chosen)],
  };
}

function levelsOf(names: string): { value: number; name: string }[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name, at) => ({ value: at + 1, name }));
}
