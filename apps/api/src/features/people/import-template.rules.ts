import type { ImportField } from './import-columns.rules.js';

/** A column of the template: its header is one that is guessed right. */
export interface TemplateColumn {
  header: string;
  field: ImportField;
  explains: string;
  examples: [string, string];
}

export const TEMPLATE: readonly TemplateColumn[] = [
  {
    header: 'Person number',
    field: 'PERSON_NUMBER',
    explains: 'What your personnel system calls the person. People are recognised by it, or by their mail address.',
    examples: ['1001', '1002'],
  },
  {
    header: 'Name',
    field: 'DISPLAY_NAME',
    explains: 'The name as the person writes it. Or two columns: Given name, Family name.',
    examples: ['Ines Okafor', 'Ben Cole'],
  },
  {
    header: 'Email',
    field: 'EMAIL',
    explains: 'Mail address; each belongs to one person.',
    examples: ['ines.okafor@example.org', 'ben.cole@example.org'],
  },
  {
    header: 'Job title',
    field: 'JOB_TITLE',
    explains: 'The title as you write it.',
    examples: ['Head of networks', 'Network engineer'],
  },
  {
    header: 'Unit',
    field: 'UNIT',
    explains:
      'Name of the unit, or its path from the top: Operations / Networks. A path that is new makes new units. A dash (-) empties it.',
    examples: ['Operations', 'Operations / Networks'],
  },
  {
    header: 'Manager number',
    field: 'MANAGER_NUMBER',
    explains:
      'Person number of the line manager, who may stand in the same file. Or a column Manager email. A dash (-) empties it.',
    examples: ['', '1001'],
  },
  {
    header: 'Job role level',
    field: 'JOB_ROLE_LEVEL',
    explains: 'Code or name of the level in your job architecture. A dash (-) empties it.',
    examples: ['', ''],
  },
  {
    header: 'First day',
    field: 'STARTS_ON',
    explains:
      'First day of a new person, or of somebody who comes back, as 2026-11-03. For everybody else it is not read.',
    examples: ['2024-02-01', '2026-01-05'],
  },
  {
    header: 'Last day',
    field: 'LAST_DAY',
    explains: 'Last day of somebody who leaves, as 2026-12-18.',
    examples: ['', ''],
  },
];

export const AN_EMPTY_CELL = 'An empty cell keeps what is recorded.';
