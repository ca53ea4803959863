import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../shared/http/access.js';
import { PlainAnswer } from '../../shared/http/envelope.js';
import { foundOr404 } from '../../shared/http/failure.js';
import { ObjectStorage } from '../../shared/object-storage.js';
import { PublishedMedia } from '../infrastructure/reads/published-media.js';

/** The bytes of published pictures. A key never gets other bytes, so whoever has them may keep them for good. */
@ApiExcludeController()
@Controller('media')
export class MediaController {
  constructor(
    private readonly media: PublishedMedia,
    private readonly storage: ObjectStorage,
  ) {}

  @Get('*')
  @Public()
  async picture(@Param('*') path: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlainAnswer> {
    const contentType = foundOr404(await this.media.typeOf(path), 'media');
    const { size } = foundOr404(await this.storage.head(path), 'media');
    void reply.headers({
      'content-type': contentType,
      'content-length': String(size),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    return new PlainAnswer(await this.storage.get(path));
  }
}
