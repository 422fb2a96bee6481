import type { TeamCell, TeamMap, TeamPerson, TeamSkill } from './team.documents.js';

const DAY = 86_400_000;

export interface Named {
  person: TeamPerson;
  skill: TeamSkill;
  cell: TeamCell;
}

/** A verified level that counts today. */
export function countsToday(cell: TeamCell | undefined): cell is TeamCell & { level: number } {
  return cell?.level != null && cell.state !== 'LAPSED';
}

export function cellOf(person: TeamPerson, skillId: string): TeamCell | undefined {
  return person.cells.find((cell) => cell.skillId === skillId);
}

export function daysLeft(cell: TeamCell, asOf: string): number | null {
  return cell.validUntil ? Math.ceil((Date.parse(cell.validUntil) - Date.parse(asOf)) / DAY) : null;
}

/** What a manager should know before it hurts: ends within 90 days, what ended, what hangs on one person. */
export function risksOf(map: TeamMap): { lapsing: (Named & { days: number })[]; lapsed: Named[]; sole: Named[] } {
  const all = everyCell(map);
  const lapsing = all.flatMap((each) => {
    const days = countsToday(each.cell) ? daysLeft(each.cell, map.asOf) : null;
    return days !== null && days <= 90 ? [{ ...each, days }] : [];
  });
  return {
    lapsing: lapsing.sort((a, b) => a.days - b.days),
    lapsed: all.filter(({ cell }) => cell.state === 'LAPSED'),
    sole: map.skills.flatMap((skill) => soleHolder(all, skill)),
  };
}

/** The one person who has a needed skill at its needed level. */
function soleHolder(all: readonly Named[], skill: TeamSkill): Named[] {
  const { needed } = skill;
  if (needed === null) return [];
  const holders = all.filter((each) => each.skill === skill && countsToday(each.cell) && each.cell.level >= needed);
  return holders.length === 1 ? holders : [];
}

function everyCell(map: TeamMap): Named[] {
  const skills = new Map(map.skills.map((skill) => [skill.skill.id, skill]));
  return map.people.flatMap((person) =>
    person.cells.flatMap((cell) => {
      const skill = skills.get(cell.skillId);
      return skill ? [{ person, skill, cell }] : [];
    }),
  );
}

/** Exactly what is on the screen, as CSV (RFC 4180). A leading = + - @ would run as a formula in a spreadsheet. */
export function csvOf(map: TeamMap, heads: { person: string; jobTitle: string; lapsed: string }): string {
  const rows = [
    [heads.person, heads.jobTitle, ...map.skills.map(({ skill }) => skill.name)],
    ...map.people.map((person) => [
      person.person.displayName,
      person.jobTitle,
      ...map.skills.map(({ skill }) => {
        const cell = cellOf(person, skill.id);
        return cell?.level == null
          ? ''
          : cell.state === 'LAPSED'
            ? `${heads.lapsed} ${cell.level}`
            : String(cell.level);
      }),
    ]),
  ];
  return rows.map((row) => row.map(csvField).join(',')).join('\r\n');
}

function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
