import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BARE, type NoPicture } from './drawing.js';
import { type Allowance, watched } from './watched-process.js';

const MOST: Allowance = { seconds: 60, bytes: 1024 * 1024 * 1024 };
const ENDINGS: Record<string, string> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
};

/** Nothing in a document runs, nothing is fetched for it, and what would be fetched all the same goes nowhere. */
const SETTINGS: [path: string, name: string, value: string][] = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
];

const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${SETTINGS.map(
  ([path, name, value]) =>
    `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
).join('\n')}
</oor:items>
`;

/**
 * The pages of an office document as a PDF in the folder, made by LibreOffice: in a process group of its own with a profile
 * that is made for this document, without our settings, and without a network where the system lets us take it away.
 */
export async function officeAsPdf(
  program: string,
  mediaType: string,
  folder: string,
  most: Allowance = MOST,
): Promise<{ path: string } | { reason: NoPicture }> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user/registrymodifications.xcu'), PROFILE);
  const source = `document.${ENDINGS[mediaType]}`;
  await rename(join(folder, existsSync(join(folder, BARE)) ? BARE : 'original'), join(folder, source));
  const [command, ...before] = [...withoutNetwork(), program];
  const child = spawn(
    command,
    [
      ...before,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
      ...['--convert-to', 'pdf', '--outdir', folder, join(folder, source)],
    ],
    {
      env: { HOME: folder, TMPDIR: folder, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    },
  );
  const { killed } = await watched(child, most);
  if (killed) return { reason: 'TOO_HEAVY' };
  const path = join(folder, 'document.pdf');
  return existsSync(path) ? { path } : { reason: 'DAMAGED' };
}

let isolated: string[] | null = null;

/** A network of its own with nobody in it; containers may forbid that, and then the profile's settings are left. */
function withoutNetwork(): string[] {
  const asked = ['unshare', '--map-root-user', '--net', '--'];
  const [command = '', ...rest] = asked;
  isolated ??= spawnSync(command, [...rest, 'true'], { stdio: 'ignore' }).status === 0 ? asked : [];
  return isolated;
}
