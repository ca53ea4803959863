import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../shared/jobs.js';
import { thumbnailJob } from '../application/add-product-image.js';
import { MakeThumbnails } from '../application/make-thumbnails.js';

/** Has thumbnails made for every picture that was added. */
@Injectable()
export class ThumbnailJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly makeThumbnails: MakeThumbnails,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(thumbnailJob, ({ imageId }: { imageId: string }) => this.makeThumbnails.execute(imageId));
  }
}
