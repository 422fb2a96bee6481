/** What a column of a table says. */
export interface SheetField {
  /** Its header in templates and exports; never changes. */
  name: string;
  about: string;
  /** Other headers by which it is recognised, without case, spaces and signs. */
  also?: readonly string[];
  needed?: boolean;
  /** Holds codes, which spreadsheet programs like to take for dates and numbers. */
  code?: boolean;
  width?: number;
  example?: string;
}

/** One table of the generic form: a CSV file, or a sheet of a workbook. */
export interface Sheet {
  title: string;
  about: string;
  fields: readonly SheetField[];
}

/** Texts at a level of the scale stand in a column per level, by its number. */
export const LEVEL_COLUMN = /^level_?(\d{1,2})$/;

export const SHEETS = {
  scale: {
    title: 'Scale',
    about: 'The levels at which skills are held, lowest first.',
    fields: [
      {
        name: 'level',
        about: 'Its number, from 1.',
        also: ['number', 'value', 'ordinal'],
        needed: true,
        width: 8,
        example: '1',
      },
      { name: 'name', about: 'Its name.', also: ['label', 'title', 'levelname'], needed: true, example: 'Working' },
      {
        name: 'description',
        about: 'What it means.',
        also: ['meaning'],
        width: 60,
        example: 'Does it with little help.',
      },
    ],
  },
  skills: {
    title: 'Skills',
    about: 'One skill a row. Columns level_1, level_2 … say what somebody can do at that level, a line each.',
    fields: [
      {
        name: 'skill',
        about: 'Its code: by it a skill is the same in the next version. Left out, it is made of the name.',
        also: ['skillcode', 'skillid', 'code', 'id', 'identifier'],
        code: true,
        example: 'bread-making',
      },
      {
        name: 'name',
        about: 'Its name.',
        also: ['skillname', 'title', 'competency', 'competence', 'preferredlabel'],
        needed: true,
        width: 36,
        example: 'Bread making',
      },
      {
        name: 'description',
        about: 'What it is.',
        also: ['definition', 'skilldescription'],
        width: 60,
        example: 'Making bread by hand and by machine.',
      },
      {
        name: 'kind',
        about: 'SKILL, KNOWLEDGE, TOOL, GROUP or STATEMENT; a skill where it is empty.',
        also: ['type', 'skilltype'],
        width: 12,
        example: 'SKILL',
      },
      {
        name: 'category',
        about: 'TECHNICAL or TRANSFERABLE, where it is said.',
        also: ['skillcategory'],
        width: 14,
        example: 'TECHNICAL',
      },
      {
        name: 'coding',
        about: 'The code that people read.',
        also: ['humancode', 'reference', 'number'],
        code: true,
        width: 14,
        example: 'B.1',
      },
      {
        name: 'synonyms',
        about: 'Other names, a line each.',
        also: ['alternativelabels', 'altlabels', 'alternativenames'],
        example: 'Baking',
      },
      {
        name: 'parent',
        about: 'The code or name of the skill that it stands below. More than one goes to the relations.',
        also: ['parentcode', 'group', 'broader', 'childof'],
        code: true,
      },
      { name: 'uri', about: 'Its address at its publisher.', also: ['url', 'link', 'concepturi'] },
      { name: 'notes', about: 'Anything else.', also: ['note', 'comment', 'scopenote'], width: 40 },
    ],
  },
  relations: {
    title: 'Relations',
    about: 'One relation a row, from a skill to another one or to an address elsewhere.',
    fields: [
      {
        name: 'skill',
        about: 'The code or name of the skill that it begins at.',
        also: ['origin', 'from', 'source'],
        needed: true,
        code: true,
        example: 'bread-making',
      },
      {
        name: 'type',
        about:
          'isChildOf, isPartOf, isPeerOf, precedes, exactMatchOf, isRelatedTo, replacedBy, exemplar, hasSkillLevel or isTranslationOf.',
        also: ['relation', 'relationtype', 'associationtype'],
        needed: true,
        width: 16,
        example: 'exactMatchOf',
      },
      {
        name: 'target',
        about: 'The code or name of the other skill.',
        also: ['to', 'destination', 'relatedskill'],
        code: true,
      },
      {
        name: 'target_uri',
        about: 'Or the address of something elsewhere.',
        also: ['targeturl', 'uri', 'url'],
        width: 40,
        example: 'https://example.org/skills/bread',
      },
      { name: 'target_title', about: 'What stands at that address.', also: ['targetname'], example: 'Bread' },
    ],
  },
  job_roles: {
    title: 'Job roles',
    about:
      'One level of a job role a row, from the lowest up. What is about the role or its family stands in the first of its rows, or in all of them alike.',
    fields: [
      { name: 'family_code', about: 'The code of the job family; left out, made of its name.', code: true },
      { name: 'family', about: 'The job family.', also: ['jobfamily', 'rolefamily'], example: 'Bakehouse' },
      {
        name: 'role_code',
        about: 'The code of the job role; left out, made of its name.',
        also: ['jobcode', 'occupationcode'],
        code: true,
      },
      {
        name: 'role',
        about: 'The job role.',
        also: ['jobrole', 'rolename', 'job', 'occupation'],
        needed: true,
        example: 'Baker',
      },
      { name: 'role_description', about: 'What the role is for.', width: 60, example: 'A baker makes bread.' },
      { name: 'role_responsibilities', about: 'What it answers for, a line each.', width: 40 },
      {
        name: 'alternative_titles',
        about: 'Other titles of the role, a line each.',
        also: ['alternatetitles', 'synonyms'],
      },
      { name: 'role_uri', about: 'Its address at its publisher.' },
      {
        name: 'level_code',
        about: 'The code of this level; left out, made of role and level.',
        also: ['jobrolelevelcode'],
        code: true,
      },
      {
        name: 'level',
        about: 'The name of this level of the role.',
        also: ['rolelevel', 'jobrolelevel', 'grade', 'levelname'],
        needed: true,
        example: 'Apprentice baker',
      },
      { name: 'level_description', about: 'What is done at this level.', width: 60 },
      { name: 'level_responsibilities', about: 'What it answers for, a line each.', width: 40 },
      {
        name: 'order',
        about: 'Its place in the ladder, 1 is the lowest; left out, the place in this table.',
        also: ['position', 'rank'],
        width: 8,
        example: '1',
      },
      { name: 'track', about: 'A second ladder beside the main one, e.g. management.', width: 12 },
      {
        name: 'title_rank',
        about: 'What the title says of seniority, 0 to 8; left out, taken from the title.',
        width: 10,
      },
      { name: 'senior_civil_service', about: 'yes, for levels of the senior civil service.', width: 10 },
    ],
  },
  requirements: {
    title: 'Requirements',
    about: 'One skill that a level of a job role asks for a row.',
    fields: [
      {
        name: 'role_level',
        about: 'The code of the level, or “role, level”.',
        also: ['levelcode', 'jobrolelevel', 'rolelevelcode'],
        needed: true,
        code: true,
        example: 'baker--apprentice-baker',
      },
      {
        name: 'skill',
        about: 'The code or name of the skill.',
        also: ['skillcode', 'skillname', 'skillid'],
        needed: true,
        code: true,
        example: 'bread-making',
      },
      {
        name: 'level',
        about: 'Number or name of the level of the scale; empty where none is asked.',
        also: ['skilllevel', 'requiredlevel', 'proficiency'],
        width: 10,
        example: '1',
      },
      {
        name: 'importance',
        about: '1 useful, 2 important (where it is empty), 3 essential.',
        also: ['weight', 'priority'],
        width: 10,
        example: '2',
      },
      {
        name: 'must_have',
        about: 'yes, where nothing can outweigh it.',
        also: ['musthave', 'mandatory', 'required'],
        width: 10,
        example: 'no',
      },
    ],
  },
  steps: {
    title: 'Steps',
    about: 'One step between levels of different job roles a row.',
    fields: [
      {
        name: 'from',
        about: 'The code of the level, or “role, level”.',
        also: ['fromlevel', 'fromcode'],
        needed: true,
        code: true,
      },
      { name: 'to', about: 'The code of the other level.', also: ['tolevel', 'tocode'], needed: true, code: true },
      { name: 'kind', about: 'LADDER, LATERAL or BRANCH; sideways where it is empty.', also: ['type'], width: 12 },
      { name: 'note', about: 'A word about it.', also: ['notes', 'comment'], width: 40 },
    ],
  },
  framework: {
    title: 'Framework',
    about:
      'What is said of the framework itself, in one row. Title, publisher and version are asked when it is imported.',
    fields: [
      { name: 'title', about: 'Its title.' },
      { name: 'publisher', about: 'Who publishes it.' },
      { name: 'version', about: 'Which version this is.', code: true },
      { name: 'description', about: 'What it is for.', width: 60 },
      { name: 'language', about: 'Its language, as en or pt-BR.', width: 10 },
      { name: 'licence', about: 'The terms it may be used on.' },
      { name: 'licence_url', about: 'Where they stand.' },
      { name: 'attribution', about: 'The sentence that the terms ask to be shown.', width: 40 },
      { name: 'source_url', about: 'Where it came from.' },
      { name: 'uri', about: 'Its address at its publisher.' },
    ],
  },
} as const satisfies Record<string, Sheet>;

export type SheetKey = keyof typeof SHEETS;
export const SHEET_KEYS = Object.keys(SHEETS) as SheetKey[];
export type FieldOf<Key extends SheetKey> = (typeof SHEETS)[Key]['fields'][number]['name'];

export const plainWord = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which table a file or a sheet is, by its name. */
export function sheetNamed(name: string): SheetKey | null {
  const word = plainWord(name.replace(/\.(csv|txt|tsv)$/i, ''));
  return (
    SHEET_KEYS.find((key) => plainWord(key) === word) ??
    SHEET_KEYS.find((key) => OTHER_NAMES[key].includes(word)) ??
    null
  );
}

const OTHER_NAMES: Record<SheetKey, readonly string[]> = {
  scale: ['levels', 'proficiencyscale', 'proficiencylevels'],
  skills: ['skill', 'competencies', 'competences'],
  relations: ['relation', 'skillrelations', 'associations'],
  job_roles: ['roles', 'jobs', 'jobrolelevels', 'rolelevels'],
  requirements: ['requirement', 'roleskills', 'jobrolerequirements', 'skillrequirements'],
  steps: ['edges', 'moves', 'careersteps'],
  framework: ['about', 'frameworks'],
};

/** What a person said of a column: as which field of which table it is read; empty leaves it out. */
export interface ColumnSaid {
  /** Null: in every table that has such a header. */
  table: SheetKey | null;
  header: string;
  field: string;
}

/** Whether a table has such a field. */
export function isFieldOf(table: SheetKey, name: string): boolean {
  const { fields }: Sheet = SHEETS[table];
  return fields.some((field) => field.name === name) || (table === 'skills' && LEVEL_COLUMN.test(name));
}
