import { readEsco } from './esco-reader.js';
import type { FrameworkFormat } from './framework-format.js';

/** European Skills, Competences, Qualifications and Occupations, from the CSV files of its download in one language. */
export const ESCO: FrameworkFormat = {
  kind: 'ESCO',
  word: 'esco',
  title: 'ESCO 1.2',
  about: 'European skills and occupations: skills and knowledge in groups, and occupations with the skills they ask.',
  slots: [
    {
      key: 'skills',
      title: 'Skills',
      about: 'Skills and fields of knowledge: skills_en.csv.',
      name: /^skills(_|\.)/i,
      required: true,
    },
    {
      key: 'groups',
      title: 'Skill groups',
      about: 'The groups that skills belong to: skillGroups_en.csv.',
      name: /^skillGroups/i,
      required: true,
    },
    {
      key: 'broader',
      title: 'Broader relations of skills',
      about: 'Which skill or group stands above which: broaderRelationsSkillPillar_en.csv.',
      name: /^broaderRelationsSkillPillar/i,
      required: true,
    },
    {
      key: 'occupations',
      title: 'Occupations',
      about: 'Occupations with their ISCO groups: occupations_en.csv.',
      name: /^occupations(_|\.)/i,
      required: false,
    },
    {
      key: 'asked',
      title: 'Skills of occupations',
      about: 'Which occupation asks for which skill: occupationSkillRelations_en.csv, packed as .gz or not.',
      name: /^occupationSkillRelations/i,
      required: false,
    },
    {
      key: 'hierarchy',
      title: 'Skills hierarchy',
      about:
        'The levels of the groups; says the same as the relations and is compared with them: skillsHierarchy_en.csv.',
      name: /^skillsHierarchy/i,
      required: false,
    },
    {
      key: 'collections',
      title: 'Collections',
      about: 'Skills by theme, e.g. digitalSkillsCollection_en.csv and transversalSkillsCollection_en.csv.',
      name: /SkillsCollection/i,
      required: false,
      many: true,
    },
    {
      key: 'schemes',
      title: 'Concept schemes',
      about: 'Further lists of skills, e.g. green or of research: conceptSchemes_en.csv.',
      name: /^conceptSchemes/i,
      required: false,
    },
  ],
  options: [
    {
      key: 'levels',
      title: 'Levels',
      about:
        'ESCO names no levels. So that its skills can be awarded at one, name them here, lowest first, with commas between; as it stands these are the levels of DigComp. Empty: none.',
      standard: 'Foundation, Intermediate, Advanced, Highly specialised',
    },
  ],
  standard: {
    title: 'ESCO',
    publisher: 'European Commission',
    version: '1.2.0',
    licence: 'Free reuse with acknowledgement (Commission Decision 2011/833/EU)',
    licenceUrl: 'https://eur-lex.europa.eu/eli/dec/2011/833/oj',
    attribution: 'This service uses the ESCO classification of the European Commission.',
    sourceUrl: 'https://esco.ec.europa.eu/en/use-esco/download',
  },
  read: readEsco,
};
