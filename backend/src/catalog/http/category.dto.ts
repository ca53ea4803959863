import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import type { CountedCategory } from '../application/ports.js';

/** A category of the storefront; counts hold those of its descendants. */
export class CategoryTreeView {
  id!: string;
  slug!: string;
  name!: string;
  /** The drawing that stands for its products. */
  drawing!: string | null;
  productCount!: number;
  children!: CategoryTreeView[];
}

/** A category as staff see it; `productCount` is what lies directly in it, of any status. */
export class CategoryView {
  id!: string;
  code!: string;
  slug!: string;
  name!: string;
  parentId!: string | null;
  drawing!: string | null;
  position!: number;
  productCount!: number;
  version!: number;
}

/** What may be said of a category besides what it must have. */
export class CategoryDetails {
  @WhenGiven()
  @Text(1, 80)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug must be lower-case letters and digits joined by hyphens' })
  slug?: string;

  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @IsOptional()
  @Text(1, 40)
  drawing?: string | null;

  @WhenGiven()
  @IsInt()
  @Min(0)
  @Max(100_000)
  position?: number;
}

/** A category that is new here. */
export class NewCategory extends CategoryDetails {
  @Text(1, 40)
  code!: string;

  @Text(1, 120)
  name!: string;
}

/** What to change; `version` is the one the change was made on, without it the current one is changed. */
export class CategoryPatch extends CategoryDetails {
  @WhenGiven()
  @Text(1, 40)
  code?: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export const toCategoryTreeView = ({ children, ...category }: CountedCategory): CategoryTreeView => ({
  ...category,
  children: children.map(toCategoryTreeView),
});
