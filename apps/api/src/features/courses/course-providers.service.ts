import { isIssuerOf } from '@assay/credential';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { CourseProviderInput } from './course.inputs.js';
import './course.policy.js';
import { providerProblems } from './course.rules.js';
import { CourseProvider } from './course-provider.entity.js';
import { issuerIdProblems, tidyIssuerIds } from './provider-issuers.rules.js';

type Saved = Promise<CourseProvider | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile>;

/** Whoever gives courses, and whether we trust what they say of people. */
@Injectable()
export class CourseProvidersService implements OnModuleInit {
  constructor(private readonly nodes: NodeFinders) {}

  onModuleInit(): void {
    this.nodes.register(CourseProvider, 'CourseProvider', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<CourseProvider | null> {
    return viewer.load('course-provider', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(CourseProvider, { id: In([...ids]) });
      return new Map(found.map((provider) => [provider.id, provider]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<CourseProvider | null> {
    const provider = isId(id) ? await this.byId(viewer, id) : null;
    return provider && can(viewer, 'read', provider) ? provider : null;
  }

  /** By name. */
  async page(viewer: Viewer, input: PageInput & { search?: string | null }): Promise<Page<CourseProvider>> {
    const matching = viewer.tx.manager.createQueryBuilder(CourseProvider, 'it').where('true');
    const words = searchPattern(input.search);
    if (words) matching.andWhere('it.name ILIKE :words', { words });
    const total = await matching.getCount();
    const [name, id] = readCursor(input.after) ?? [];
    if (name !== undefined && id !== undefined)
      matching.andWhere('(lower(it.name), it.id::text) > (:name, :id)', { name, id });
    const rows = await matching.orderBy('lower(it.name)').addOrderBy('it.id::text').limit(limitOf(input)).getMany();
    return pageOf(rows, input, total, (provider) => [provider.name.toLowerCase(), provider.id]);
  }

  async add(viewer: Viewer, input: CourseProviderInput): Promise<CourseProvider | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('course.manage')) return new NotAllowed('You may not keep the course catalogue.');
    await viewer.tx.aloneIn('course providers');
    const facts = { ...NOTHING_SAID, ...given(input) };
    const problems = [
      ...providerProblems(facts),
      ...issuerIdProblems(facts.issuerIds),
      ...(await this.takenName(viewer, facts.name, null)),
    ];
    if (problems.length) return invalid(problems);
    const provider = viewer.tx.manager.create(CourseProvider, {
      ...facts,
      ...trustedBy(viewer, facts.trust),
      id: newId(),
      revision: 1,
      createdAt: viewer.now,
    });
    await viewer.tx.manager.insert(CourseProvider, provider);
    return provider;
  }

  async save(viewer: Viewer, id: string, expectedRevision: number, input: CourseProviderInput): Saved {
    const seen = await this.find(viewer, id);
    if (!seen) return new NotFound('This provider');
    if (!can(viewer, 'edit', seen)) return new NotAllowed('You may not keep the course catalogue.');
    await viewer.tx.aloneIn('course providers');
    const provider = await viewer.tx.manager.findOneByOrFail(CourseProvider, { id });
    if (provider.revision !== expectedRevision) return new ChangedMeanwhile(provider.revision);
    const changes = given(input);
    const problems = [
      ...providerProblems({ trust: provider.trust, trustReason: provider.trustReason, ...changes }),
      ...issuerIdProblems(changes.issuerIds ?? []),
      ...(changes.name === undefined ? [] : await this.takenName(viewer, changes.name, id)),
    ];
    if (problems.length) return invalid(problems);
    const saved = {
      ...changes,
      ...(changes.trust && changes.trust !== provider.trust ? trustedBy(viewer, changes.trust) : {}),
      revision: provider.revision + 1,
    };
    await viewer.tx.manager.update(CourseProvider, { id }, saved);
    viewer.forget('course-provider', id);
    return Object.assign(provider, saved);
  }

  /** Everybody who issues badges and is known here: a list kept by hand. */
  issuing(viewer: Viewer): Promise<CourseProvider[]> {
    return viewer.tx.manager
      .createQueryBuilder(CourseProvider, 'it')
      .where(`it.issuerIds <> '{}'`)
      .orderBy('it.id')
      .limit(MOST_ISSUING)
      .getMany();
  }

  /** Who of them is trusted: names and issuers only, for strangers too, who read nothing else of providers. */
  trusted(viewer: Viewer): Promise<{ name: string; issuerIds: string[] }[]> {
    return viewer.tx.query('SELECT name, issuer_ids AS "issuerIds" FROM app_trusted_issuers($1)', [MOST_ISSUING]);
  }

  /** Whether an issuer is one of a provider's. */
  isIssuer(provider: CourseProvider, issuerId: string): boolean {
    return isIssuerOf(provider, issuerId);
  }

  private async takenName(viewer: Viewer, name: string, but: string | null): Promise<InputProblem[]> {
    const [taken] = await viewer.tx.query(
      'SELECT 1 FROM course_provider WHERE lower(name) = lower($1) AND id IS DISTINCT FROM $2::uuid',
      [name.trim(), but],
    );
    return taken ? [new InputProblem('name', `There is a provider called ${name.trim()} already.`)] : [];
  }
}

const NOTHING_SAID = {
  name: '',
  website: null,
  country: null,
  kind: 'OTHER',
  qualityAssurance: '',
  trust: 'UNCHECKED',
  trustReason: '',
  issuerIds: [] as string[],
  agreement: '',
} as const;
const MOST_ISSUING = 2_000;

/** Who looked, and when: whoever reads the reason later asks both. */
function trustedBy(viewer: Viewer, trust: CourseProvider['trust']): Pick<CourseProvider, 'trustSince' | 'trustBy'> {
  return trust === 'UNCHECKED'
    ? { trustSince: null, trustBy: null }
    : { trustSince: viewer.now, trustBy: viewer.personId };
}

/** The columns that an input changes. */
function given(input: CourseProviderInput): Partial<CourseProvider> {
  const { name, website, country, kind, qualityAssurance, trust, trustReason, issuerIds, agreement } = input;
  return {
    ...(typeof name === 'string' ? { name: name.trim() } : {}),
    ...(website === undefined ? {} : { website: website?.trim() || null }),
    ...(country === undefined ? {} : { country: country?.trim().toUpperCase() || null }),
    ...(kind ? { kind } : {}),
    ...(typeof qualityAssurance === 'string' ? { qualityAssurance: qualityAssurance.trim() } : {}),
    ...(trust ? { trust } : {}),
    ...(typeof trustReason === 'string' ? { trustReason: trustReason.trim() } : {}),
    ...(issuerIds ? { issuerIds: tidyIssuerIds(issuerIds) } : {}),
    ...(typeof agreement === 'string' ? { agreement: agreement.trim() } : {}),
  };
}

const invalid = (problems: readonly { field: string; message: string }[]) =>
  new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
