import { aboutAsItWent } from './case-document.rules.js';
import { readCase } from './case-reader.js';
import type { FormatFile, FrameworkFormat, FrameworkRead } from './framework-format.js';
import { problem } from './import-findings.rules.js';

/** The exchange format of competency frameworks: one package, of version 1.1 or of 1.0 with its liberties. */
export const CASE: FrameworkFormat = {
  kind: 'CASE',
  word: 'case',
  title: 'CASE package',
  about:
    'One file of the exchange format CASE, 1.0 or 1.1: items with their associations. What Assay exports comes back.',
  slots: [
    {
      key: 'package',
      title: 'Package',
      about: 'The answer of a CASE service to CFPackages, or a file exported as CASE.',
      name: /\.json(\.gz)?$/i,
      required: true,
    },
  ],
  read,
  aboutAgainst: aboutAsItWent,
};

function read(files: readonly FormatFile[]): Promise<FrameworkRead> {
  const file = files.find(({ key }) => key === 'package');
  if (!file) return Promise.resolve({ problems: [problem('MISSING_FILE', '', null, null, 'The package is needed.')] });
  return readCase(file);
}
