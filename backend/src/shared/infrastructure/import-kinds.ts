import { Injectable } from '@nestjs/common';
import type { ImportKind } from './import-kind.js';

/** Where each context signs up the files it understands. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  add(kind: ImportKind): void {
    this.kinds.set(kind.name, kind);
  }

  find(name: string): ImportKind | undefined {
    return this.kinds.get(name);
  }

  get names(): string[] {
    return [...this.kinds.keys()].sort();
  }
}
