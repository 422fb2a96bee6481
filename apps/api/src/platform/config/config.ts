import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { type Limits, limitSettings, limitsFrom } from './limits.js';

const flag = z
  .enum(['true', 'false', '1', '0', 'on', 'off'])
  .transform((value) => value === 'true' || value === '1' || value === 'on');

const SHORTEST_SECRET = 32;

/** Every environment variable the product reads, with its meaning. The only place that looks at `process.env`. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().url({ message: 'DATABASE_URL must be a postgres:// address' }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  PUBLIC_URL: z
    .string()
    .url({ message: 'PUBLIC_URL must be the address people open, e.g. https://badges.example.org' })
    .optional(),
  DATA_DIR: z.string().default('.assay'),
  DEMO: flag.default(false),
  DEMO_DATA: flag.optional(),
  FIRST_ADMINISTRATOR: z.string().optional(),
  ORGANISATION_NAME: z.string().optional(),
  SESSION_SECRET: z
    .string()
    .min(SHORTEST_SECRET, `SESSION_SECRET needs at least ${SHORTEST_SECRET} characters`)
    .optional(),
  SESSION_IDLE_HOURS: z.coerce.number().positive().max(720).default(8),
  SESSION_HOURS: z.coerce.number().positive().max(720).default(24),
  OIDC_ISSUER: z.string().url({ message: "OIDC_ISSUER must be the identity provider's address" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your company account'),
  METRICS_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PORTAL_DIR: z.string().optional(),
  PROOF_DIR: z.string().optional(),
  PREVIEW_PROGRAM: z.string().optional(),
  TYPESET_PROGRAM: z.string().optional(),
  WORKBOOK_PROGRAM: z.string().optional(),
  OFFICE_PROGRAM: z.string().optional(),
  WORKER_HEALTH_PORT: z.coerce.number().int().optional(),
  OPEN_DOCUMENTS: flag.optional(),
  RATE_LIMITS: flag.default(true),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).optional(),
  ...limitSettings,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must be the mail server, e.g. smtps://user:password@mail.example.org')
    .optional(),
  MAIL_FROM: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.string().url().optional(),
  S3_REGION: z.string().default('eu-west-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
});

/** The product's settings, checked once at start. */
export class Config {
  readonly nodeEnv: 'development' | 'production' | 'test';
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Address that people, badges and verifiers use; no slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Demo sign-in is on: whoever reaches the address may be anybody. */
  readonly demo: boolean;
  /** Fill an empty database with the demo organisation. */
  readonly demoData: boolean;
  /** "Name <mail>" of the person who may set everything up in an empty organisation. */
  readonly firstAdministrator: { displayName: string; email: string } | null;
  readonly organisationName: string | null;
  readonly sessionSecret: string;
  /** A sign-in ends when nobody used it for this long, and at the latest this long after it began. */
  readonly sessionHours: { idle: number; most: number };
  /** The identity provider that the operator named; others are set up on the screen. */
  readonly oidc: { issuer: string; clientId: string; clientSecret: string | null; name: string } | null;
  /** The secret was given, not made here. */
  readonly ownSessionSecret: boolean;
  readonly metricsToken: string | null;
  readonly logLevel: string;
  readonly portalDir: string;
  readonly proofDir: string;
  /** The program that turns files of people into pictures, in a process of its own. */
  readonly previewProgram: string;
  /** The program that sets certificates, in a process of its own. */
  readonly typesetProgram: string;
  readonly workbookProgram: string;
  /** LibreOffice, which turns office documents into pages; null where there is none, or where it is not wanted. */
  readonly officeProgram: string | null;
  readonly workerHealthPort: number | null;
  /** GraphQL takes any document under the limits, not only those that the portal is known to send. */
  readonly openDocuments: boolean;
  /** How many reverse proxies stand before the product; whose address a request names is believed of these only. */
  readonly trustedProxies: number;
  /** Null where nothing is limited: tests and measurements only. */
  readonly limits: Limits | null;
  /** Null: no mail leaves. Without a server it is kept as files, outside production only. */
  readonly mail: { server: string | null; folder: string; from: string } | null;
  readonly s3: {
    bucket: string;
    endpoint: string | undefined;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  } | null;

  constructor(env: Record<string, string | undefined>) {
    const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
    if (!parsed.success) {
      const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`The configuration cannot be used:\n${lines.join('\n')}`);
    }
    const given = parsed.data;
    this.nodeEnv = given.NODE_ENV;
    this.databaseUrl = given.DATABASE_URL;
    this.host = given.HOST;
    this.port = given.PORT;
    this.publicUrl = (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, '');
    this.dataDir = resolve(given.DATA_DIR);
    this.demo = given.DEMO;
    this.demoData = given.DEMO_DATA ?? given.DEMO;
    this.firstAdministrator = parseAdministrator(given.FIRST_ADMINISTRATOR);
    this.organisationName = given.ORGANISATION_NAME ?? null;
    this.sessionHours = { idle: given.SESSION_IDLE_HOURS, most: given.SESSION_HOURS };
    this.oidc = given.OIDC_ISSUER
      ? {
          issuer: given.OIDC_ISSUER,
          clientId: required(given.OIDC_CLIENT_ID, 'OIDC_CLIENT_ID', 'OIDC_ISSUER'),
          clientSecret: given.OIDC_CLIENT_SECRET ?? null,
          name: given.OIDC_NAME,
        }
      : null;
    this.metricsToken = given.METRICS_TOKEN ?? null;
    this.logLevel = given.LOG_LEVEL;
    this.portalDir = resolve(given.PORTAL_DIR ?? 'apps/portal/dist');
    this.proofDir = resolve(given.PROOF_DIR ?? 'apps/proof/dist');
    this.previewProgram = resolve(given.PREVIEW_PROGRAM ?? join(dirname(process.argv[1] ?? ''), 'preview.js'));
    this.typesetProgram = resolve(given.TYPESET_PROGRAM ?? join(dirname(process.argv[1] ?? ''), 'typeset.js'));
    this.workbookProgram = resolve(given.WORKBOOK_PROGRAM ?? join(dirname(process.argv[1] ?? ''), 'workbook.js'));
    this.officeProgram = officeProgram(given.OFFICE_PROGRAM, env['PATH']);
    this.workerHealthPort = given.WORKER_HEALTH_PORT ?? null;
    this.openDocuments = given.OPEN_DOCUMENTS ?? !this.production;
    this.trustedProxies = given.TRUSTED_PROXIES ?? (this.production ? 1 : 0);
    this.limits = given.RATE_LIMITS ? limitsFrom(given) : null;
    this.mail = given.SMTP_URL || !this.production ? this.mailSettings(given.SMTP_URL, given.MAIL_FROM) : null;
    this.s3 = given.S3_BUCKET
      ? {
          bucket: given.S3_BUCKET,
          endpoint: given.S3_ENDPOINT,
          region: given.S3_REGION,
          accessKeyId: required(given.S3_ACCESS_KEY_ID, 'S3_ACCESS_KEY_ID', 'S3_BUCKET'),
          secretAccessKey: required(given.S3_SECRET_ACCESS_KEY, 'S3_SECRET_ACCESS_KEY', 'S3_BUCKET'),
        }
      : null;
    this.refuseWhatWouldBeUnsafe(given.SESSION_SECRET);
    this.ownSessionSecret = given.SESSION_SECRET !== undefined;
    this.sessionSecret = given.SESSION_SECRET ?? storedSecret(this.dataDir);
  }

  /** Whether people reach the product over https, so that cookies may insist on it. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https://');
  }

  get production(): boolean {
    return this.nodeEnv === 'production';
  }

  private mailSettings(server: string | undefined, from: string | undefined): NonNullable<Config['mail']> {
    const sender = this.production ? required(from, 'MAIL_FROM', 'SMTP_URL') : from;
    return {
      server: server ?? null,
      folder: join(this.dataDir, 'mail'),
      from: sender ?? `Assay <no-reply@${new URL(this.publicUrl).hostname}>`,
    };
  }

  private refuseWhatWouldBeUnsafe(sessionSecret: string | undefined): void {
    if (!this.production) return;
    if (this.demo) throw new Error('DEMO must be off in production: demo sign-in lets anybody be anybody.');
    if (!this.secure)
      throw new Error('PUBLIC_URL must be https in production: badges name it as their issuer for years.');
    if (!sessionSecret) throw new Error('SESSION_SECRET must be set in production.');
    if (!this.limits) throw new Error('RATE_LIMITS may be off for tests and measurements only, not in production.');
    if (this.oidc && !this.oidc.issuer.startsWith('https://'))
      throw new Error('OIDC_ISSUER must be https in production: who signs in is read from there.');
  }
}

export function configFromEnvironment(): Config {
  return new Config(process.env);
}

function parseAdministrator(text: string | undefined): { displayName: string; email: string } | null {
  if (!text) return null;
  const match = /^\s*(.+?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Error('FIRST_ADMINISTRATOR must look like "Ada Example <ada@example.org>".');
  return { displayName: match[1], email: match[2] };
}

/** Named by its path, `off`, or else found where programs are. */
function officeProgram(named: string | undefined, path: string | undefined): string | null {
  if (named === 'off') return null;
  if (named) {
    if (!existsSync(named)) throw new Error(`OFFICE_PROGRAM names ${named}, which is not there.`);
    return named;
  }
  const places = (path ?? '').split(delimiter).filter(isAbsolute);
  return places.map((folder) => join(folder, 'soffice')).find((each) => existsSync(each)) ?? null;
}

function required(value: string | undefined, name: string, because: string): string {
  if (!value) throw new Error(`${name} must be set when ${because} is.`);
  return value;
}

/**
 * Outside production the secret is made once and kept with the data, so that sign-ins survive a restart. Its file appears
 * whole or not at all: a process that is killed while it writes leaves no half of one behind, and of the two that start at
 * once both take what the first one put there.
 */
function storedSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret');
  if (existsSync(file)) {
    const known = readFileSync(file, 'utf8');
    if (known.length >= SHORTEST_SECRET) return known;
    // Half of one, from a version that wrote it in place: nobody was ever signed in with it.
    rmSync(file);
  }
  mkdirSync(dataDir, { recursive: true });
  const written = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(written, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    linkSync(written, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(written, { force: true });
  }
  return readFileSync(file, 'utf8');
}
