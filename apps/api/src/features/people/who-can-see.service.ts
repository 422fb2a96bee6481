import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type HeldRole, type KnownPerson, Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { type Aspect, type SeenKind, WhoCanSee } from '../../platform/access/who-can-see.js';
import { isId, newId } from '../../platform/database/id.js';
import { type DatabaseRole, Transaction } from '../../platform/database/transaction.js';
import { NAME_OF_ROLE } from './role-words.rules.js';

/** People who see the same of a row for the same reason. */
export interface SeenBy {
  what: string;
  reason: string;
  everybody: boolean;
  personIds: string[];
}

export interface WhoSees {
  id: string;
  kind: string;
  groups: SeenBy[];
}

/**
 * Tells who can see a row, without showing it. It does not know the rules: it asks them, by going the product's own way as
 * each person in turn, under the database role and the identity that a request of theirs would have. So the answer cannot
 * differ from what they really see. All of it happens in a transaction that can only read.
 */
@Injectable()
export class WhoCanSeeService implements OnModuleDestroy {
  private pool: Promise<DataSource> | null = null;

  constructor(
    private readonly kinds: WhoCanSee,
    private readonly people: ViewerSource,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await (await this.pool)?.destroy();
  }

  /** Null for what is not there, and for what is about somebody whom the viewer's role does not cover. */
  async of(viewer: Viewer, id: string): Promise<WhoSees | null> {
    if (!isId(id)) return null;
    const tx = await Transaction.open(await this.connections(), 'app_issuer', null);
    try {
      await tx.query('SET TRANSACTION READ ONLY');
      const system = Viewer.system(tx);
      const found = await this.kinds.find(system, id);
      if (!found) return null;
      const subject = await found.kind.subject(found.row, system);
      if (subject) await viewer.learn([subject]);
      const covered = subject
        ? viewer.may('people.manage', { personId: subject })
        : viewer.mayEverywhere('people.manage');
      return covered
        ? { id, kind: found.kind.name, groups: await this.groupsOf(tx, system, found, { id, subject }) }
        : null;
    } finally {
      await tx.rollback();
    }
  }

  private async groupsOf(
    tx: Transaction,
    system: Viewer,
    { kind, row }: { kind: SeenKind; row: object },
    { id, subject }: { id: string; subject: string | null },
  ): Promise<SeenBy[]> {
    const others = (await kind.involved?.(system, row)) ?? [];
    const outside = await kind.outside?.(system, row);
    const candidates = await candidatesFor(tx, subject, others);
    const groups = new Map<string, SeenBy>();
    const asked: Aspect[] = [];
    for (const aspect of kind.aspects) {
      const { what } = aspect;
      if (await this.seenByAnybody(tx, aspect, id)) groups.set(what, { what, ...EVERYBODY_SEES });
      else asked.push(aspect);
    }
    for (const personId of asked.length > 0 ? candidates : []) {
      for (const { what, reason } of await this.seenBy(tx, asked, id, personId, subject)) {
        const group = groups.get(`${what} ${reason}`) ?? { what, reason, everybody: false, personIds: [] };
        group.personIds.push(personId);
        groups.set(`${what} ${reason}`, group);
      }
    }
    const shown = [...groups.values()].sort(
      (one, other) => placeOf(kind, one.what) - placeOf(kind, other.what) || rankOf(one.reason) - rankOf(other.reason),
    );
    if (outside) shown.push({ what: kind.name, reason: outside, everybody: false, personIds: [] });
    return shown;
  }

  /** Somebody whom nobody has heard of, with what everybody has. */
  private async seenByAnybody(tx: Transaction, aspect: Aspect, id: string): Promise<boolean> {
    const personId = newId();
    const nobody = { personId, held: [EVERYBODY], reportIds: [], unitsOf: () => Promise.resolve(new Map()) };
    await become(tx, 'app_api', personId);
    return aspect.sees(Viewer.person(nobody, tx), id);
  }

  /** What one person sees of it, each with every reason that is enough. */
  private async seenBy(
    tx: Transaction,
    aspects: Aspect[],
    id: string,
    personId: string,
    subject: string | null,
  ): Promise<{ what: string; reason: string }[]> {
    await become(tx, 'app_api', personId);
    const known = await this.people.know(tx, personId);
    if (!known) return [];
    const viewer = Viewer.person(known, tx);
    const seen: Aspect[] = [];
    for (const aspect of aspects) if (await aspect.sees(viewer, id)) seen.push(aspect);
    if (seen.length === 0) return [];
    // Past row-level security, which knows no half roles: that the person sees it is settled, only why is asked.
    await become(tx, 'app_issuer', personId);
    const reasons: { what: string; reason: string }[] = [];
    for (const aspect of seen)
      for (const reason of await reasonsOf(tx, aspect, id, known, subject)) reasons.push({ what: aspect.what, reason });
    return reasons;
  }

  /** Connections of its own, and few: a request that waited for a second one of the common pool could wait for itself. */
  private connections(): Promise<DataSource> {
    this.pool ??= new DataSource({
      ...this.dataSource.options,
      extra: { max: 2, options: '-c TimeZone=UTC' },
    } as DataSource['options']).initialize();
    return this.pool;
  }
}

const EVERYBODY_SEES = {
  reason: 'Everybody who is with the organisation.',
  everybody: true,
  personIds: [] as string[],
};

const THEIRS = 'It is theirs.';
const INVOLVED = 'They have to do with it.';
const MANAGER = 'Line manager today, by reporting lines.';

/** Whom it is about comes first, then those near to it, then roles. */
function rankOf(reason: string): number {
  const rank = [THEIRS, INVOLVED, MANAGER].indexOf(reason);
  return rank === -1 ? 3 : rank;
}

function placeOf(kind: SeenKind, what: string): number {
  return kind.aspects.findIndex((aspect) => aspect.what === what);
}

const EVERYBODY: HeldRole = { role: 'EMPLOYEE', unitIds: null, achievementId: null };

async function become(tx: Transaction, role: DatabaseRole, personId: string): Promise<void> {
  if (!isId(personId)) throw new Error('not a person id');
  await tx.query(`SET LOCAL ROLE ${role}; SET LOCAL app.person_id = '${personId}'`);
}

/** Everybody with a role, whom it is about, who leads them, and who else has to do with it. Nobody else differs from everybody. */
async function candidatesFor(tx: Transaction, subject: string | null, others: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM person WHERE app_is_with_us(active, last_day) AND (id = ANY ($1::uuid[])
       OR id IN (SELECT person_id FROM role_grant WHERE starts_at <= now() AND (ends_at IS NULL OR ends_at > now()))
       OR id IN (SELECT manager_id FROM employment WHERE person_id = ANY ($1::uuid[])
                 AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)))
     ORDER BY lower(display_name), id`,
    [[...(subject ? [subject] : []), ...others]],
  );
  return rows.map(({ id }) => id);
}

/** Which part of what somebody holds is enough by itself: none of it, the reporting lines, or one of the roles. */
async function reasonsOf(
  tx: Transaction,
  aspect: Aspect,
  id: string,
  known: KnownPerson,
  subject: string | null,
): Promise<string[]> {
  const sees = (held: HeldRole[], reportIds: string[]) =>
    aspect.sees(Viewer.person({ ...known, held: [EVERYBODY, ...held], reportIds }, tx), id);
  if (await sees([], [])) return [known.personId === subject ? THEIRS : INVOLVED];
  const reasons: string[] = [];
  const manager = known.held.filter(({ role }) => role === 'MANAGER');
  if (manager.length > 0 && (await sees(manager, known.reportIds))) reasons.push(MANAGER);
  for (const held of known.held.filter(({ role }) => role !== 'EMPLOYEE' && role !== 'MANAGER'))
    if (await sees([held], [])) reasons.push(reasonOfRole(held));
  return reasons.length > 0 ? [...new Set(reasons)] : ['What they hold, taken together.'];
}

function reasonOfRole({ role, unitIds, achievementId }: HeldRole): string {
  const limits = [...(unitIds ? ['people of a unit'] : []), ...(achievementId ? ['an achievement'] : [])];
  return limits.length > 0 ? `${NAME_OF_ROLE[role]}, limited to ${limits.join(' and ')}.` : `${NAME_OF_ROLE[role]}.`;
}
