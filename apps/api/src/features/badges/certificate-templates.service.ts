import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import {
  type ChangedMeanwhile,
  InputProblem,
  InvalidInput,
  type NotAllowed,
  type NotFound,
  Refusal,
} from '../../platform/graphql/refusal.js';
import {
  CERTIFICATE_WORD_KEYS,
  CERTIFICATE_WORDS,
  type CertificateContent,
  type CertificateWord,
  certificateProblems,
  wholeCertificate,
} from './certificate.rules.js';
import { CertificatesService } from './certificates.service.js';
import type { StudioVersion } from './studio-version.entity.js';
import { StudioVersionsService } from './studio-versions.service.js';

/** The certificate as designers see it. */
export interface CertificateTemplate extends Omit<CertificateContent, 'words'> {
  readonly words: { word: CertificateWord; text: string }[];
  readonly number: number | null;
  readonly state: StudioVersion['state'] | null;
  readonly revision: number;
}

/** The certificate in versions. What was issued keeps the one that was in use then. */
@Injectable()
export class CertificateTemplatesService {
  constructor(
    private readonly versions: StudioVersionsService,
    private readonly certificates: CertificatesService,
  ) {}

  async current(viewer: Viewer): Promise<CertificateTemplate> {
    const draft = await this.versions.draft(viewer, 'CERTIFICATE');
    return templateOf(draft ?? (await this.versions.inUse(viewer, 'CERTIFICATE')));
  }

  history(viewer: Viewer): Promise<StudioVersion[]> {
    return this.versions.history(viewer, 'CERTIFICATE');
  }

  /** As it was in one version; null where there was none of this number. */
  async version(viewer: Viewer, number: number): Promise<CertificateTemplate | null> {
    const found = await this.versions.numbered(viewer, 'CERTIFICATE', number);
    return found && templateOf(found);
  }

  async save(
    viewer: Viewer,
    expectedRevision: number,
    content: CertificateContent,
  ): Promise<CertificateTemplate | InvalidInput | NotAllowed | ChangedMeanwhile> {
    const problems = certificateProblems(content).map(({ field, message }) => new InputProblem(field, message));
    if (problems.length) return new InvalidInput(problems);
    const saved = await this.versions.save(viewer, 'CERTIFICATE', expectedRevision, content);
    return saved instanceof Refusal ? saved : templateOf(saved);
  }

  async putInUse(
    viewer: Viewer,
    expectedRevision: number,
  ): Promise<CertificateTemplate | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    const draft = await this.versions.draft(viewer, 'CERTIFICATE');
    const content = draft && wholeCertificate(draft.content);
    const preview = content && (await this.certificates.preview(viewer, content));
    if (preview && typeof preview !== 'string') return InvalidInput.of('words', withoutFont(preview.missing));
    const put = await this.versions.putInUse(viewer, 'CERTIFICATE', expectedRevision);
    return put instanceof Refusal ? put : templateOf(put);
  }

  async preview(viewer: Viewer, content: CertificateContent): Promise<{ svg: string | null; problems: string[] }> {
    const problems = certificateProblems(content).map(({ message }) => message);
    if (problems.length) return { svg: null, problems };
    const preview = await this.certificates.preview(viewer, content);
    if (typeof preview === 'string') return { svg: preview, problems: [] };
    return { svg: null, problems: [withoutFont(preview.missing)] };
  }
}

export function withoutFont(missing: readonly string[]): string {
  return `No font of the brand kit has these characters: ${missing.slice(0, 12).join(' ')}.`;
}

/** A certificate as it is stored, from what was sent. */
export function certificateOf(
  given: Omit<CertificateContent, 'words'> & { readonly words: readonly { word: CertificateWord; text: string }[] },
): CertificateContent {
  const { paper, landscape, language, showOutcomes, showBadge, showLogo, showQr } = given;
  const written = Object.fromEntries(given.words.map(({ word, text }) => [word, text.trim()]));
  return {
    ...{ paper, landscape, language, showOutcomes, showBadge, showLogo, showQr },
    words: { ...CERTIFICATE_WORDS, ...written },
    signatures: given.signatures.map(({ name, role }) => ({ name: name.trim(), role: role.trim() })),
  };
}

function templateOf(version: StudioVersion | null): CertificateTemplate {
  const content = wholeCertificate(version?.content);
  return {
    ...content,
    words: CERTIFICATE_WORD_KEYS.map((word) => ({ word, text: content.words[word] })),
    number: version?.number ?? null,
    state: version?.state ?? null,
    revision: version?.state === 'DRAFT' ? version.revision : 0,
  };
}
