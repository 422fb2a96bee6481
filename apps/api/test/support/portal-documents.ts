import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const PORTAL = join(__dirname, '../../../portal');

export interface PortalDocument {
  name: string;
  id: string;
  text: string;
}

/** What the build of the portal writes down, made here by the same program. */
export function documentsOfThePortal(): PortalDocument[] {
  const program = `import { documentsOf } from './documents.mjs';
    process.stdout.write(JSON.stringify(await documentsOf(process.cwd())));`;
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: PORTAL,
    encoding: 'utf8',
  });
  return JSON.parse(told) as PortalDocument[];
}
