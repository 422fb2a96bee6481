import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  asList,
  asText,
  isObject,
  type JsonObject,
  type JsonValue,
  type RegisteredIssuer,
  verifyBadge,
} from '@assay/credential';
import { exitCodeOf, report } from './report.js';
import { nodeWorld } from './world.js';

const USAGE = `assay-verify FILE            verify an Open Badges 3.0 credential; - reads standard input
                             JSON, a signed token, or a PNG or SVG with either inside

  --issuer FILE   use this DID document instead of asking the issuer's domain
  --status FILE   use this status list instead of asking its address
  --trust FILE    trust only the issuers of this register:
                  {"name": "…", "issuers": [{"id": "did:web:…", "name": "…", "keys": ["z6Mk…"]}]}
  --offline       ask nobody; what needs the network is "not checked"
  --json          print the findings as JSON

Exit: 0 genuine and current, 1 not, 2 could not be said.
`;

/** Where a run reads and writes; the command line hands in the real ones. */
export interface Terminal {
  readStandardInput(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command and gives its exit code. */
export async function run(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    terminal.err(USAGE);
    return 2;
  }
  try {
    const bytes = options.file === '-' ? await terminal.readStandardInput() : await readFile(options.file);
    const issuerDocument = options.issuer === undefined ? undefined : await readObject(options.issuer);
    const statusList = options.status === undefined ? undefined : await readObject(options.status);
    const register = options.trust === undefined ? undefined : readRegister(await readObject(options.trust));
    const { document, ...verification } = await verifyBadge(
      Uint8Array.from(bytes),
      nodeWorld({ now, offline: options.offline, issuerDocument, statusList, register }),
    );
    terminal.out(options.json ? `${JSON.stringify(verification, null, 2)}\n` : report(document ?? null, verification));
    return exitCodeOf(verification.verdict);
  } catch (error) {
    terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

interface Options {
  readonly file: string;
  readonly issuer?: string;
  readonly status?: string;
  readonly trust?: string;
  readonly offline: boolean;
  readonly json: boolean;
}

function readOptions(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { issuer: text, status: text, trust: text, offline: flag, json: flag },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return undefined;
    return { ...values, file, offline: values.offline ?? false, json: values.json ?? false };
  } catch {
    // parseArgs throws for an unknown flag; the usage says what is known.
    return undefined;
  }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

async function readObject(file: string): Promise<JsonObject> {
  const value = parse(await readFile(file, 'utf8'));
  if (!isObject(value)) throw new Error(`${file} does not hold a JSON object`);
  return value;
}

function readRegister(document: JsonObject): (issuer: string) => RegisteredIssuer | undefined {
  const register = asText(document.name) ?? 'the given register';
  const issuers = asList(document.issuers).filter((entry) => isObject(entry));
  return (issuer) => {
    const entry = issuers.find((candidate) => candidate.id === issuer);
    if (!entry) return undefined;
    const keys = asList(entry.keys).filter((key) => typeof key === 'string');
    return { name: asText(entry.name) ?? issuer, register, keys };
  };
}
