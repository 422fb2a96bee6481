import type { FormatFile, FrameworkFormat, FrameworkRead } from './framework-format.js';
import { problem } from './import-findings.rules.js';
import { readOnet } from './onet.rules.js';
import { NEEDED_FILES, ONET_SLOTS, type OnetFiles, type OnetSlot } from './onet-tables.rules.js';

const FILES: Record<OnetSlot, { title: string; about: string; name: RegExp }> = {
  occupations: { title: 'Occupation Data', about: 'Occupations, which become job roles.', name: /occupation data/i },
  elements: {
    title: 'Content Model Reference',
    about: 'Skills and knowledge with the headings they stand under.',
    name: /content model/i,
  },
  skills: {
    title: 'Skills',
    about: 'How important each skill is for each occupation, and at which level.',
    name: /^skills/i,
  },
  anchors: { title: 'Level Scale Anchors', about: 'What somebody can do at a level.', name: /anchors/i },
  related: { title: 'Related Occupations', about: 'Occupations that are alike.', name: /related/i },
  zones: { title: 'Job Zones', about: 'How much preparation an occupation needs.', name: /zones/i },
  technology: { title: 'Technology Skills', about: 'Tools that occupations use.', name: /technology/i },
};

/** A release of the O*NET database, from its text files. */
export const ONET: FrameworkFormat = {
  kind: 'ONET',
  word: 'onet',
  title: 'O*NET',
  about: 'Occupations of the United States with the skills and tools they need, from the text files of a release.',
  slots: ONET_SLOTS.map((key) => ({ key, ...FILES[key], required: NEEDED_FILES.includes(key) })),
  standard: {
    title: 'O*NET',
    publisher: 'National Center for O*NET Development',
    licence: 'Creative Commons Attribution 4.0 International',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    attribution:
      'Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.',
    sourceUrl: 'https://www.onetcenter.org/database.html',
  },
  read,
};

async function read(files: readonly FormatFile[]): Promise<FrameworkRead> {
  const given: OnetFiles = {};
  for (const slot of ONET_SLOTS) {
    const file = files.find(({ key }) => key === slot);
    if (file) given[slot] = { name: file.name, bytes: await file.bytes() };
  }
  const missing = NEEDED_FILES.filter((slot) => !given[slot]);
  if (missing.length === 0) return readOnet(given);
  return {
    problems: missing.map((slot) =>
      problem('MISSING_FILE', FILES[slot].title, null, null, `The file “${FILES[slot].title}” is needed.`),
    ),
  };
}
