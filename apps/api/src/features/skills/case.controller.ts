import { Controller, Get, HttpException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { LongAnswers } from '../../platform/access/long-answers.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { isId } from '../../platform/database/id.js';
import { CaseDoorService } from './case-door.service.js';
import { documentAlone } from './case-document-out.rules.js';
import { CASE_PATH, CaseExportService } from './case-export.service.js';
import { CaseLookupService } from './case-lookup.service.js';
import { readQuery, selected } from './case-query.rules.js';
import type { CaseObject, DefinitionList } from './case-shapes.rules.js';
import { type CaseFault, STATUS_OF, statusInfo } from './case-status.rules.js';
import { sendFile } from './framework-export.controller.js';
import type { SkillFramework } from './framework.entity.js';

/** The service of CASE 1.1: frameworks, their items and associations, to read. Whether strangers may is a setting. */
@Controller('ims/case/v1p1')
export class CaseController {
  constructor(
    private readonly door: CaseDoorService,
    private readonly lookup: CaseLookupService,
    private readonly packages: CaseExportService,
    private readonly answers: LongAnswers,
    private readonly config: Config,
  ) {}

  @Get('CFDocuments')
  @Public()
  async documents(
    @CurrentViewer() viewer: Viewer,
    @Query() given: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ CFDocuments: CaseObject[] }> {
    const frameworks = await this.open(viewer);
    const read = readQuery(given);
    if ('fault' in read) throw refused(read.fault, read.message);
    const all = frameworks.map((framework) => documentAlone(this.packages.contextOf(framework)));
    const { page, total } = selected(all, read.query);
    void reply.header('x-total-count', total).header('link', this.links(given, read.query, total));
    return { CFDocuments: page };
  }

  @Get('CFDocuments/:id')
  @Public()
  async document(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return documentAlone(this.packages.contextOf(await this.framework(viewer, id)));
  }

  @Get('CFPackages/:id')
  @Public()
  async package(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const framework = await this.framework(viewer, id);
    await request.access.finish(true);
    const text = this.answers.text(viewer.personId, (reader) => this.packages.package(reader, framework));
    sendFile(request, reply, { name: null, type: 'application/json; charset=utf-8' }, text);
  }

  @Get('CFItems/:id')
  @Public()
  async item(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    const frameworks = await this.open(viewer, id);
    return there(await this.lookup.item(viewer, frameworks, id.toLowerCase()));
  }

  @Get('CFItemAssociations/:id')
  @Public()
  async itemAssociations(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<object> {
    const frameworks = await this.open(viewer, id);
    const found = there(await this.lookup.itemWithAssociations(viewer, frameworks, id.toLowerCase()));
    // The standard has no list of none.
    if (found.CFAssociations.length === 0) throw refused('unknownobject', 'This item has no associations.');
    return found;
  }

  @Get('CFAssociations/:id')
  @Public()
  async association(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    const frameworks = await this.open(viewer, id);
    return there(await this.lookup.association(viewer, frameworks, id.toLowerCase()));
  }

  @Get('CFConcepts/:id')
  @Public()
  concepts(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return this.definitions(viewer, 'CFConcepts', id);
  }

  @Get('CFSubjects/:id')
  @Public()
  subjects(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return this.definitions(viewer, 'CFSubjects', id);
  }

  @Get('CFItemTypes/:id')
  @Public()
  itemTypes(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return this.definitions(viewer, 'CFItemTypes', id);
  }

  @Get('CFLicenses/:id')
  @Public()
  licence(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return this.oneDefinition(viewer, 'CFLicenses', id);
  }

  @Get('CFAssociationGroupings/:id')
  @Public()
  grouping(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return this.oneDefinition(viewer, 'CFAssociationGroupings', id);
  }

  @Get('CFRubrics/:id')
  @Public()
  async rubric(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseObject> {
    return there(await this.door.rubric(viewer, await this.open(viewer, id), id.toLowerCase()));
  }

  private async definitions(viewer: Viewer, list: DefinitionList, id: string): Promise<CaseObject> {
    const frameworks = await this.open(viewer, id);
    const found = await this.door.definition(viewer, frameworks, list, id.toLowerCase());
    if (found.length === 0) throw refused('unknownobject', 'There is no such object here.');
    return { [list]: found };
  }

  private async oneDefinition(viewer: Viewer, list: DefinitionList, id: string): Promise<CaseObject> {
    const [found] = await this.door.definition(viewer, await this.open(viewer, id), list, id.toLowerCase());
    return there(found ?? null);
  }

  private async framework(viewer: Viewer, id: string): Promise<SkillFramework> {
    return there(this.door.byDocument(await this.open(viewer, id), id.toLowerCase()));
  }

  /** The frameworks that may be read, when whoever asks may ask at all, and asks for something that can be. */
  private async open(viewer: Viewer, id?: string): Promise<SkillFramework[]> {
    const frameworks = await this.door.frameworks(viewer);
    if (!frameworks) throw refused('unauthorised_request', 'Please sign in.');
    if (id !== undefined && !isId(id)) throw refused('invalid_uuid', 'This is not a UUID.');
    return frameworks;
  }

  /** Where the other pages are. */
  private links(
    given: Record<string, unknown>,
    { limit, offset }: { limit: number; offset: number },
    total: number,
  ): string {
    const to = (rel: string, at: number) => {
      const query = new URLSearchParams({
        ...(given as Record<string, string>),
        limit: String(limit),
        offset: String(at),
      });
      return `<${this.config.publicUrl}${CASE_PATH}CFDocuments?${query.toString()}>; rel="${rel}"`;
    };
    const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
    return [
      ...(offset + limit < total ? [to('next', offset + limit)] : []),
      to('last', last),
      to('first', 0),
      ...(offset > 0 ? [to('prev', Math.max(0, offset - limit))] : []),
    ].join(', ');
  }
}

function there<T>(found: T | null): T {
  if (found === null) throw refused('unknownobject', 'There is no such object here.');
  return found;
}

function refused(fault: CaseFault, message: string): HttpException {
  return new HttpException(statusInfo(fault, message), STATUS_OF[fault]);
}
