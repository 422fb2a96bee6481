// Finds the Chromium that the browser journeys drive.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Problem } from './workspace.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const MAC_APPS = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a Chromium. On Debian as root the package is installed when there is none; elsewhere the message says how. */
export function chromium() {
  if (process.env.CHROMIUM_PATH) {
    if (isExecutable(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new Problem(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, which is not a program that can be run.`);
  }
  const found = installed();
  if (found) return found;
  if (mayInstall()) {
    installPackage();
    const fresh = installed();
    if (fresh) return fresh;
  }
  throw new Problem(
    'The browser journeys need Chromium or Chrome, and none was found.\n' +
      '  Debian       sudo apt-get install chromium\n' +
      '  Ubuntu       sudo snap install chromium\n' +
      '  Fedora       sudo dnf install chromium\n' +
      '  macOS        brew install --cask chromium, or Google Chrome\n' +
      'Elsewhere set CHROMIUM_PATH to its program file.',
  );
}

function installed() {
  return places().find(isExecutable);
}

function places() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    COMMANDS.map((command) => join(folder, command)),
  );
  const onMac = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    MAC_APPS.map((app) => join(folder, app)),
  );
  return process.platform === 'darwin' ? [...onMac, ...onPath] : [...onPath, ...fromPlaywright()];
}

/** Playwright's own downloads, where somebody has made one. */
function fromPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(cache, name, 'chrome-linux/chrome'));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only Debian: under the same name Ubuntu installs a snap, which containers cannot run. */
function mayInstall() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function installPackage() {
  console.log('No Chromium here. Installing the Debian package "chromium" with apt-get (as root) ...');
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0)
      throw new Problem(`apt-get ${args.join(' ')} failed. Install Chromium yourself, or set CHROMIUM_PATH.`);
  }
}
