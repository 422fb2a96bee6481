import { randomBytes, randomInt } from 'node:crypto';

const OPENINGS = ['Bra', 'Cor', 'Del', 'Eli', 'Fen', 'Gar', 'Hol', 'Ina', 'Jor', 'Kel', 'Lio', 'Mar', 'Nor', 'Osk'];
const ENDINGS = ['dan', 'lis', 'mer', 'nia', 'rick', 'sa', 'tus', 'vane', 'wyn', 'zel'];

/** A word that no demo data, no earlier run and no other word of this run has. */
export function word(): string {
  return `${one(OPENINGS)}${one(ENDINGS)}${randomBytes(3).toString('hex')}`;
}

/** A person of this run only. */
export function invented(role: string): InventedPerson {
  const name = `${role} ${word()}`;
  return { name, email: `${name.toLowerCase().replace(/\s+/g, '.')}@example.org` };
}

export interface InventedPerson {
  name: string;
  email: string;
}

/** A file as a file field takes it. */
export interface HandedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface InventedFramework {
  title: string;
  skills: [string, string];
  role: string;
  files: HandedFile[];
}

const SKILL_HEAD = [
  'Skill Name',
  'Skill Description',
  'Awareness',
  'Working',
  'Practitioner',
  'Expert',
  'Roles that require Skill',
];
const ROLE_HEAD = [
  'Role Family',
  'Role',
  'Role Description',
  'Role Level',
  'Role Level Description',
  'Skill Name',
  'Skill Description',
  'Skill Level',
  'Skill Level Description',
  'Role Type',
];

/** Two skills, one role with two levels, three requirements: small enough to read, in the shape of the official files. */
export function inventedFramework(): InventedFramework {
  const [first, second, role] = [`Weighing ${word()}`, `Refining ${word()}`, `Metal tester ${word()}`];
  const rung = (level: string, skill: string, asked: string) => [
    'Testing',
    role,
    `A ${role} finds out what is in it.`,
    level,
    `What a ${level} does.`,
    skill,
    `About ${skill}.`,
    asked,
    `You can:\n- do ${skill}`,
    '',
  ];
  return {
    title: `Framework of ${word()}`,
    skills: [first, second],
    role,
    files: [
      csv('skills.csv', [SKILL_HEAD, ...[first, second].map((skill) => skillRow(skill))]),
      csv('roles.csv', [
        ROLE_HEAD,
        rung(`Junior ${role}`, first, 'Working'),
        rung(`Senior ${role}`, first, 'Practitioner'),
        rung(`Senior ${role}`, second, 'Working'),
      ]),
    ],
  };
}

/** What an achievement asks and how it is judged: three criteria, the first of which must be passed. */
export function inventedDesign(skill: string, founders: readonly string[]) {
  const levels = (what: string) => [
    `Names the steps of ${what}`,
    `Does ${what} with somebody beside them`,
    `Does ${what} alone and writes down why`,
    `Changes how the company does ${what}`,
  ];
  return {
    name: `Tester of ${word()}`,
    skill,
    outcomes: ['Takes a sample that stands for the whole', 'Reports what was found and how sure it is'],
    evidence: ['A report of a real test', 'What you would do otherwise'],
    rubric: [
      ['Sampling', 'Where the sample is taken', ...levels('sampling'), '2', '3'],
      ['Weighing', 'How it is weighed', ...levels('weighing'), '1', ''],
      ['Reporting', 'What is written down', ...levels('reporting'), '1', ''],
    ],
    founders,
  };
}

/** A CSV file in which nothing but the comma and the quotation mark needs care. */
export function csv(name: string, rows: readonly (readonly string[])[]): HandedFile {
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\r\n`) };
}

export function textFile(name: string, text: string): HandedFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

function skillRow(skill: string): string[] {
  const can = (what: string) => `You can:\n- ${what} ${skill}`;
  return [skill, `About ${skill}.`, can('say what is'), can('do'), can('teach'), can('renew'), ''];
}

function one<Item>(list: readonly Item[]): Item {
  const item = list[randomInt(list.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
}
