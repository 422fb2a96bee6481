import type { FormatFile, FrameworkFormat, FrameworkRead } from './framework-format.js';
import { problem } from './import-findings.rules.js';
import { readUkGddFramework } from './uk-gdd.rules.js';

/** The capability framework of the UK Government Digital and Data profession: two CSV files. */
export const UK_GDD: FrameworkFormat = {
  kind: 'UK_GDD',
  word: 'uk-gdd',
  title: 'UK Government Digital and Data',
  about: 'The capability framework as published: skills with four levels, and job roles with what each level asks.',
  slots: [
    {
      key: 'skills',
      title: 'Skills',
      about: 'Skills with what somebody can do at each level.',
      name: /skill/i,
      required: true,
    },
    {
      key: 'roles',
      title: 'Job roles',
      about: 'Job roles, their levels and the skills they ask.',
      name: /role/i,
      required: true,
    },
  ],
  standard: {
    title: 'UK Government Digital and Data Profession Capability Framework',
    publisher: 'UK Government Digital and Data',
    licence: 'Open Government Licence v3.0',
    licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    sourceUrl: 'https://ddat-capability-framework.service.gov.uk/download',
  },
  read,
};

async function read(files: readonly FormatFile[]): Promise<FrameworkRead> {
  const [skills, roles] = ['skills', 'roles'].map((key) => files.find((file) => file.key === key));
  if (!skills || !roles) return { problems: [problem('MISSING_FILE', '', null, null, 'Both files are needed.')] };
  const result = readUkGddFramework(
    { name: skills.name, bytes: await skills.bytes() },
    { name: roles.name, bytes: await roles.bytes() },
  );
  return 'problems' in result ? result : { content: result.framework, findings: result.findings };
}
