import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Chores } from '../../shared/chores.js';
import { RemoveUnusedUploads } from '../application/remove-unused-uploads.js';

/** Has unused uploads removed. */
@Injectable()
export class UploadChores implements OnModuleInit {
  constructor(
    private readonly chores: Chores,
    private readonly removeUnusedUploads: RemoveUnusedUploads,
  ) {}

  onModuleInit(): void {
    this.chores.add({ name: 'unused uploads', run: () => this.removeUnusedUploads.execute() });
  }
}
