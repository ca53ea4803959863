import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** The page a client asks for; the first 24 items unless said otherwise. */
export class PageQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  pageSize: number = 24;
}
