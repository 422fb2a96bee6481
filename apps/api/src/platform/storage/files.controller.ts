import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { isId } from '../database/id.js';
import { FilesService } from './files.service.js';

@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  /** A file's bytes, always as an attachment that no browser runs; in ranges, so that a video can be wound on. */
  @Get(':id')
  @Allow('signed-in')
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = isId(id) ? await this.files.readable(viewer, id) : null;
    if (!file) throw new NotFoundException('This file does not exist, or you may not see it.');
    await this.files.tellOpened(viewer, file);
    await request.access.finish(true);
    const range = rangeOf(request.headers.range, file.bytes);
    void reply
      .header('content-type', file.mediaType)
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(this.files.nameFor(viewer, file))}`,
      )
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=300')
      .header('accept-ranges', 'bytes');
    if (range === 'unsatisfiable')
      return void reply.status(416).header('content-range', `bytes */${file.bytes}`).send();
    if (range) {
      void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
      void reply.header('content-length', range.end - range.start + 1);
    } else void reply.header('content-length', file.bytes);
    void reply.send(await this.files.open(file, range ?? undefined));
  }
}

/** RFC 9110, 14.2: one range of bytes; anything more is answered with the whole. */
function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, bytes - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? bytes - 1 : Math.min(Number(match[2]), bytes - 1);
  return start > end || start >= bytes ? 'unsatisfiable' : { start, end };
}
