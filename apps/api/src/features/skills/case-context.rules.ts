import { baseOf } from './case-document.rules.js';
import {
  CASE_UUID,
  type CaseLink,
  type CaseObject,
  isObject,
  OWN_TYPES,
  type OwnType,
  textOf,
} from './case-shapes.rules.js';
import type { SourceFacts } from './framework-content.rules.js';

/** What a framework version says of itself, as it goes out. */
export interface OutgoingFramework {
  id: string;
  seriesId: string;
  title: string;
  publisher: string;
  version: string;
  state: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';
  description: string;
  language: string;
  licence: string;
  licenceUrl: string | null;
  attribution: string;
  sourceUrl: string | null;
  restricted: boolean;
  sourceKind: string;
  uri: string | null;
  source: object;
  publishedAt: Date | null;
  createdAt: Date;
}

/** Makes the same id of the same words wherever it is asked. */
export type IdOfWords = (...words: string[]) => string;

/** Under which names and addresses the things of one framework version go out. */
export class CaseContext {
  /** What was kept of the package that it came from. */
  readonly kept: CaseObject;
  /** Whether we wrote the package, or would be the first to do so. */
  readonly own: boolean;
  readonly base: string;
  readonly namespace: string;
  readonly changedAt: string;
  readonly document: CaseLink;

  constructor(
    readonly framework: OutgoingFramework,
    /** Where this installation answers for CASE, with a slash at the end. */
    here: string,
    private readonly idOfWords: IdOfWords,
  ) {
    const { uri } = framework;
    const source = { ...framework.source } as SourceFacts;
    this.kept = isObject(source['case']) ? source['case'] : {};
    this.own = !isObject(source['case']) || this.kept['own'] === true;
    // What came from a package keeps its addresses: they are the publisher's.
    this.base = baseOf({ uri }) ?? here;
    this.namespace = textOf(this.kept['namespace']) ?? framework.seriesId;
    this.changedAt =
      textOf(this.kept['lastChangeDateTime']) ?? (framework.publishedAt ?? framework.createdAt).toISOString();
    const identifier = textOf(this.kept['identifier']) ?? this.id('document', framework.version);
    const address = baseOf({ uri }) !== null && uri !== null ? uri : `${this.base}CFDocuments/${identifier}`;
    this.document = { title: inOneLine(framework.title), identifier, uri: address };
  }

  id(...words: string[]): string {
    return this.idOfWords(this.namespace, ...words);
  }

  /** A skill or a part of the job architecture; a code that CASE takes for an identifier is one. */
  itemId(
    kind: 'skill' | 'job-family' | 'job-role' | 'job-role-level',
    code: string,
    namespace = this.namespace,
  ): string {
    return kind === 'skill' && CASE_UUID.test(code) ? code : this.idOfWords(namespace, kind, code);
  }

  skillLevelId(skillCode: string, level: number): string {
    return this.id('skill-level', skillCode, String(level));
  }

  link(list: string, identifier: string, title: string, uri?: string | null): CaseLink {
    return { title: inOneLine(title), identifier, uri: uri ?? `${this.base}${list}/${identifier}` };
  }

  typeLink(type: OwnType): CaseLink {
    return this.link('CFItemTypes', this.id('item-type', type), OWN_TYPES[type][0]);
  }
}

/** Titles are of one line in CASE. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
