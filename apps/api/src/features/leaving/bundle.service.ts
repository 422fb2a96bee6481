import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { zipFiles, type ZippedFile } from '../../platform/export/zip-files.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { type BadgeFileKind, BadgeFilesService } from '../badges/badge-files.service.js';
import { CertificatesService } from '../badges/certificates.service.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { IssuerService } from '../credentials/issuer.service.js';
import { type BehindCredential, ShareEvidenceService } from '../credentials/share-evidence.service.js';
import { StatusListsService } from '../credentials/status-lists.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { type BundledBadge, folderOf, indexPage, readMe, statusListOf } from './bundle-words.rules.js';
import { LeaversService } from './leavers.service.js';

const FORMS: readonly BadgeFileKind[] = ['json', 'jwt', 'png', 'svg'];

/** All badges of one person as one archive that says everything without us. Written while it leaves: nothing is held whole. */
@Injectable()
export class BundleService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly badges: BadgeFilesService,
    private readonly certificates: CertificatesService,
    private readonly issuer: IssuerService,
    private readonly statusLists: StatusListsService,
    private readonly behind: ShareEvidenceService,
    private readonly files: FilesService,
    private readonly organisations: OrganisationService,
    private readonly people: PeopleService,
    private readonly leavers: LeaversService,
  ) {}

  archive(viewer: Viewer): AsyncGenerator<Uint8Array> {
    return zipFiles(this.contents(viewer));
  }

  private async *contents(viewer: Viewer): AsyncGenerator<ZippedFile> {
    const held = await this.credentials.mine(viewer);
    const takesEvidence = viewer.roles.has('EMPLOYEE') || (await this.leavers.setting(viewer)).takesEvidence;
    const lists = new Set<number>();
    const badges: BundledBadge[] = [];
    for (const [at, credential] of held.entries()) {
      const badge = folderOf(credential.document, at + 1, credential);
      badges.push(badge);
      for (const kind of FORMS) {
        const bytes = await this.badges.file(viewer, credential.id, kind);
        if (!bytes) continue;
        badge.files.push(`credential.${kind}`);
        yield { name: `${badge.folder}/credential.${kind}`, bytes };
      }
      const certificate = await this.certificates.pdf(viewer, credential.id);
      if (Buffer.isBuffer(certificate)) {
        badge.files.push('certificate.pdf');
        yield { name: `${badge.folder}/certificate.pdf`, bytes: certificate };
      }
      const list = statusListOf(credential.document);
      if (list !== null) lists.add(list);
      if (takesEvidence) yield* this.evidence(viewer, credential, badge);
    }
    for (const list of lists) {
      const document = await this.statusLists.documentOf(viewer, list);
      if (document) yield { name: `issuer/status-${list}.json`, bytes: Buffer.from(document) };
    }
    const did = await this.issuer.didDocument(viewer);
    yield { name: 'issuer/did.json', bytes: Buffer.from(`${JSON.stringify(did, null, 2)}\n`) };
    const me = await this.people.byId(viewer, viewer.personId ?? '');
    const about = {
      holder: me?.displayName ?? '',
      organisation: (await this.organisations.current(viewer)).name,
      did: this.issuer.did,
      madeOn: viewer.now.toISOString().slice(0, 10),
      badges,
    };
    yield { name: 'README.txt', bytes: Buffer.from(readMe(about)) };
    yield { name: 'index.html', bytes: Buffer.from(indexPage(about)) };
  }

  /** What a witness or a colleague said stays where it was said; their words are not the holder's to take along. */
  private async *evidence(viewer: Viewer, credential: Credential, badge: BundledBadge): AsyncGenerator<ZippedFile> {
    for (const piece of await this.behind.ofOwn(viewer, credential)) {
      if (piece.kind === 'WITNESS' || piece.kind === 'ATTESTED') continue;
      const found = await this.bytesOf(viewer, piece);
      if (!found) continue;
      const name = `evidence/${piece.nth}${found.ending}`;
      badge.evidence.push({ name, title: piece.title });
      yield { name: `${badge.folder}/${name}`, bytes: found.bytes };
    }
  }

  private async bytesOf(
    viewer: Viewer,
    piece: BehindCredential,
  ): Promise<{ bytes: Uint8Array; ending: string } | null> {
    if (!piece.fileId)
      return { bytes: Buffer.from(`${piece.title}\n\n${piece.url ?? piece.words ?? ''}\n`), ending: '.txt' };
    const file = await this.files.readable(viewer, piece.fileId);
    if (!file) return null;
    const ending = /\.[\w]{1,8}$/.exec(file.name)?.[0] ?? '';
    return { bytes: await this.files.bytesOf(file), ending };
  }
}
