import { type ImportFile, readTable } from './csv-table.rules.js';
import type { ContentFamily, ContentRole, FrameworkContent } from './framework-content.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import { meanLevel, orderLadder, tiedRungs } from './ladder-order.rules.js';
import { type LevelOfFile, ROLE_COLUMNS, type RoleOfFile, type RolesRead, readRoles } from './uk-gdd-roles.rules.js';
import { LEVEL_NAMES, readSkills, SKILL_COLUMNS, type SkillOfFile } from './uk-gdd-skills.rules.js';
import { idOfName, readDuties } from './uk-gdd-text.rules.js';

export type FrameworkRead = { framework: FrameworkContent; findings: Finding[] } | { problems: Finding[] };

/**
 * The UK Government Digital and Data capability framework from its two official CSV files.
 * Either the whole framework with everything remarkable in the files, or what is wrong with them and nothing else.
 */
export function readUkGddFramework(skillsFile: ImportFile, rolesFile: ImportFile): FrameworkRead {
  const skillTable = readTable(skillsFile, SKILL_COLUMNS);
  const roleTable = readTable(rolesFile, ROLE_COLUMNS);
  if ('problems' in skillTable || 'problems' in roleTable)
    return { problems: [skillTable, roleTable].flatMap((read) => ('problems' in read ? read.problems : [])) };
  const skills = readSkills(skillTable.table);
  const roles = readRoles(roleTable.table, skills.skills);
  const problems = [
    ...skills.problems,
    ...roles.problems,
    ...emptyProblems(skillsFile, rolesFile, skills.skills, roles),
    ...idProblems(rolesFile.name, roles),
  ];
  if (problems.length > 0) return { problems };
  const findings: Finding[] = [
    ...skillTable.table.findings,
    ...skills.findings,
    ...demandFindings(skillsFile.name, skills.skills, roles),
    ...roleTable.table.findings,
    ...roles.findings,
  ];
  const families = [...roles.families.values()].map((family) => ({
    id: idOfName(family.name),
    name: family.name,
    roles: [...family.roles.values()].map((role) => buildRole(rolesFile.name, role, findings)),
  }));
  const framework = {
    levels: LEVEL_NAMES.map((name, at) => ({ value: at + 1, name })),
    skills: [...skills.skills.values()].map(({ skill }) => skill),
    families,
  };
  findings.push(finding('ORDER_DERIVED', rolesFile.name, null, 'Role Level', orderSentence(families)));
  return { framework, findings };
}

function orderSentence(families: ContentFamily[]): string {
  const roles = families.flatMap((family) => family.roles);
  const levels = roles.reduce((sum, role) => sum + role.levels.length, 0);
  return `The ${levels} levels of ${roles.length} roles are put in order by their titles, then by the mean level they ask for.`;
}

function buildRole(file: string, role: RoleOfFile, findings: Finding[]): ContentRole {
  const id = idOfName(role.name);
  const rungs = [...role.levels.values()].map((level) => ({
    ...level,
    meanLevel: meanLevel([...level.asked.values()].map((asked) => asked.level)),
  }));
  const ladder = orderLadder(rungs);
  for (const [lower, upper] of tiedRungs(ladder)) {
    const message = `“${lower.name}” and “${upper.name}” have the same rank and mean level; the file's order stands.`;
    findings.push(finding('ORDER_TIED', file, upper.row, 'Role Level', message));
  }
  const duties = readDuties(role.text);
  findings.push(...leftOut(file, role, 'Role Description', duties.leftOut));
  const levels = ladder.map((level) => {
    const text = readDuties(level.text);
    findings.push(...leftOut(file, level, 'Role Level Description', text.leftOut));
    return {
      id: `${id}--${idOfName(level.name)}`,
      name: level.name,
      order: level.order,
      titleRank: level.titleRank,
      track: level.track,
      seniorCivilService: level.seniorCivilService,
      meanLevel: level.meanLevel,
      description: text.description,
      responsibilities: text.responsibilities,
      skills: [...level.asked].map(([skill, asked]) => ({ skill, level: asked.level })),
    };
  });
  return { id, name: role.name, description: duties.description, responsibilities: duties.responsibilities, levels };
}

function leftOut(file: string, of: RoleOfFile | LevelOfFile, column: string, paragraphs: string[]): Finding[] {
  return paragraphs.map((text) => finding('PARAGRAPH_LEFT_OUT', file, of.row, column, `“${of.name.trim()}”: ${text}`));
}

/** Skills that nobody asks for, and skills whose own list of roles is not the list of roles that ask for them. */
function demandFindings(file: string, skills: ReadonlyMap<string, SkillOfFile>, roles: RolesRead): Finding[] {
  const askedBy = new Map<string, Set<string>>();
  for (const family of roles.families.values())
    for (const role of family.roles.values())
      for (const level of role.levels.values())
        for (const skill of level.asked.keys())
          askedBy.set(skill, (askedBy.get(skill) ?? new Set()).add(role.name.trim()));
  return [...skills].flatMap(([name, { skill, row, cells }]) => {
    const asking = askedBy.get(skill.id);
    if (!asking) return [finding('NOT_REQUIRED', file, row, 'Skill Name', `No role level asks for “${name}”.`)];
    const listed = new Set(cells['Roles that require Skill'].split(',').map((role) => role.trim()));
    const unlisted = [...asking].filter((role) => !listed.has(role));
    const idle = [...listed].filter((role) => role !== '' && !asking.has(role));
    if (unlisted.length + idle.length === 0) return [];
    const parts = [
      ...(unlisted.length > 0 ? [`not listed, but asking: ${unlisted.join(', ')}`] : []),
      ...(idle.length > 0 ? [`listed, but not asking: ${idle.join(', ')}`] : []),
    ];
    return [finding('ROLES_LISTED_DIFFER', file, row, 'Roles that require Skill', `“${name}”: ${parts.join('; ')}.`)];
  });
}

function emptyProblems(
  skillsFile: ImportFile,
  rolesFile: ImportFile,
  skills: ReadonlyMap<string, SkillOfFile>,
  roles: RolesRead,
): Finding[] {
  const none = [];
  if (skills.size === 0)
    none.push(problem('NOTHING_THERE', skillsFile.name, 2, 'Skill Name', 'There is no skill in this file.'));
  else if (roles.families.size === 0 && roles.problems.length === 0)
    none.push(problem('NOTHING_THERE', rolesFile.name, 2, 'Role', 'There is no role in use in this file.'));
  return none;
}

/** Names that differ only in case or punctuation would become one thing without a sound. */
function idProblems(file: string, roles: RolesRead): Finding[] {
  const clashes = (things: Iterable<{ name: string; row: number }>, column: string): Finding[] => {
    const first = new Map<string, number>();
    return [...things].flatMap(({ name, row }) => {
      const before = first.get(idOfName(name));
      first.set(idOfName(name), before ?? row);
      const message = `“${name.trim()}” and row ${before} differ only in case or punctuation.`;
      return before === undefined ? [] : [problem('SAME_NAME', file, row, column, message)];
    });
  };
  const families = [...roles.families.values()];
  const allRoles = families.flatMap((family) => [...family.roles.values()]);
  return [
    ...clashes(families, 'Role Family'),
    ...clashes(allRoles, 'Role'),
    ...allRoles.flatMap((role) => clashes(role.levels.values(), 'Role Level')),
  ];
}
