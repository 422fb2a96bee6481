import {
  Controller,
  ForbiddenException,
  Get,
  Header,
  NotFoundException,
  Param,
  Req,
  Res,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { isId } from '../database/id.js';
import { type FilePreviewType, PreviewState } from '../previews/file-preview.type.js';
import { PreviewsService } from '../previews/previews.service.js';
import { FilesService } from './files.service.js';
import { namelessOffice } from './nameless-office.js';
import { isOffice } from './office-archive.js';
import type { StoredFile } from './stored-file.entity.js';

const WITHHELD =
  'This file may say whose work it is, and you judge without knowing that. Look at its pages, or ask whoever leads the assessment.';
const NOT_FOUND = 'This file does not exist, or you may not see it.';

@Controller('files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly previews: PreviewsService,
  ) {}

  /** A file's bytes, always as an attachment that no browser runs; in ranges, so that a video can be wound on. */
  @Get(':id')
  @Allow('signed-in')
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.readable(viewer, id);
    // A picture tells where and with what it was taken; others than its owner get what we drew of it.
    if (file.mediaType.startsWith('image/') && !viewer.isSelf(file.ownerId))
      return this.picture(viewer, file, 1, request, reply);
    if (isOffice(file.mediaType) && (await this.files.isNameless(viewer, file)))
      return this.nameless(viewer, file, request, reply);
    if (await this.files.isWithheld(viewer, file)) throw new ForbiddenException(WITHHELD);
    await this.files.tellOpened(viewer, file);
    const range = rangeOf(request.headers.range, file.bytes);
    asAttachment(reply, this.files.nameFor(viewer, file), file.mediaType).header('accept-ranges', 'bytes');
    if (range === 'unsatisfiable') {
      await request.access.finish(true);
      return void reply.status(416).header('content-range', `bytes */${file.bytes}`).send();
    }
    const content = await this.files.openFor(viewer, file, range ?? undefined);
    await request.access.finish(true);
    if (range) {
      void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
      void reply.header('content-length', range.end - range.start + 1);
    } else void reply.header('content-length', file.bytes);
    void reply.send(content);
  }

  /** How far the pictures of a file are: for a page that waits for them. */
  @Get(':id/preview')
  @Allow('signed-in')
  @Header('cache-control', 'no-store')
  async preview(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<FilePreviewType> {
    return this.previews.shown(viewer, await this.readable(viewer, id));
  }

  /** One page as a picture that we drew. */
  @Get(':id/preview/:page')
  @Allow('signed-in')
  async page(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('page') page: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.readable(viewer, id);
    return this.picture(viewer, file, /^\d{1,4}$/.test(page) ? Number(page) : 0, request, reply);
  }

  private async readable(viewer: Viewer, id: string): Promise<StoredFile> {
    const file = isId(id) ? await this.files.readable(viewer, id) : null;
    if (!file) throw new NotFoundException(NOT_FOUND);
    return file;
  }

  /** A document for somebody who judges without knowing whose it is: what it says of its makers is taken out. */
  private async nameless(
    viewer: Viewer,
    file: StoredFile,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const bare = await namelessOffice(await this.files.bytesOf(file));
    if (!bare) throw new ForbiddenException(WITHHELD);
    await this.files.tellOpened(viewer, file);
    await request.access.finish(true);
    void asAttachment(reply, this.files.nameFor(viewer, file), file.mediaType).send(bare);
  }

  private async picture(
    viewer: Viewer,
    file: StoredFile,
    page: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { state, pages } = await this.previews.shown(viewer, file);
    if (state === PreviewState.BEING_MADE) {
      void reply.header('retry-after', '2');
      throw new ServiceUnavailableException('The picture of this file is being made. Please try again in a moment.');
    }
    if (await this.previews.orderMore(viewer, file, page)) {
      await request.access.finish(true);
      void reply.header('retry-after', '2');
      throw new ServiceUnavailableException('These pages are being drawn. Please try again in a moment.');
    }
    if (!pages[page - 1]) throw new NotFoundException('There is no picture of this.');
    await this.files.tellOpened(viewer, file);
    await request.access.finish(true);
    const name = `${this.files.nameFor(viewer, file).replace(/\.[^.]*$/, '')}-${page}.webp`;
    void asAttachment(reply, name, 'image/webp').send(await this.previews.open(file, page));
  }
}

/** Nothing of what people hand in is ever a page of this site. */
function asAttachment(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=300');
}

/** RFC 9110, 14.2: one range of bytes; anything more is answered with the whole. */
function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, bytes - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? bytes - 1 : Math.min(Number(match[2]), bytes - 1);
  return start > end || start >= bytes ? 'unsatisfiable' : { start, end };
}
