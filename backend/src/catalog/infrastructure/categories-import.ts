import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import type { ImportCounts, ImportKind, ImportRun, RowReader } from '../../shared/infrastructure/import-kind.js';
import { ImportKinds } from '../../shared/infrastructure/import-kinds.js';

/** The category tree from a file, known by code; a parent may stand before or after its children. */
@Injectable()
export class CategoriesImport implements ImportKind, OnModuleInit {
  readonly name = 'categories';
  readonly permission = 'product.edit';
  readonly columns = [
    { name: 'code', required: true },
    { name: 'parent_code', required: false },
    { name: 'name', required: true },
  ];
  readonly staging = { code: 'text', parent_code: 'text', name: 'text' };

  constructor(private readonly kinds: ImportKinds) {}

  onModuleInit(): void {
    this.kinds.add(this);
  }

  reader(): Promise<RowReader> {
    return Promise.resolve((cell) => {
      const cells = new Cells(cell);
      const values = [cells.requiredText('code', 40), cells.text('parent_code', 40), cells.requiredText('name', 120)];
      return cells.problems.length > 0 ? cells.problems : values;
    });
  }

  async apply({ connection, stage, reject }: ImportRun): Promise<ImportCounts> {
    await reject(duplicatesOf(stage, 'code'));
    // A refused parent makes its children's parent unknown, so this goes on until nothing more is refused.
    while (
      (await reject(`
        select row_no, 'parent_code' as "column", 'category.unknown_parent' as code,
               'There is no category with this code' as message, parent_code as value
        from ${stage} s
        where parent_code is not null
          and not exists (select from ${stage} p where p.code = s.parent_code)
          and not exists (select from catalog.category c where c.code = s.parent_code)`)) > 0
    );
    await reject(`
      with recursive parent as (
        select code, parent_code from ${stage}
        union all
        select c.code, p.code from catalog.category c left join catalog.category p on p.id = c.parent_id
        where not exists (select from ${stage} s where s.code = c.code)
      ), climb as (
        select s.row_no, s.code, s.parent_code as at, 1 as steps from ${stage} s where s.parent_code is not null
        union all
        select climb.row_no, climb.code, parent.parent_code, steps + 1
        from climb join parent on parent.code = climb.at where climb.at <> climb.code and steps < 20
      )
      select distinct row_no, 'parent_code' as "column", 'category.cycle' as code,
             'The category would be its own ancestor, or stand more than 20 deep' as message, code as value
      from climb where at = climb.code or steps >= 20`);

    const changed = await connection.query(`
      select s.code from ${stage} s join catalog.category c on c.code = s.code
      left join catalog.category p on p.id = c.parent_id
      where (c.name::text, p.code) is distinct from (s.name, s.parent_code)`);
    const added = await connection.query(`
      insert into catalog.category (id, code, name, slug, position)
      select uuidv7(), code, name,
             case when row_number() over (partition by plain order by row_no) > 1
                    or exists (select from catalog.category c where c.slug = plain)
                  then plain || '-' || plain_code else plain end, row_no
      from (select s.*, ${slugOf('s.name')} as plain, ${slugOf('s.code')} as plain_code from ${stage} s
            where not exists (select from catalog.category c where c.code = s.code)) wanted`);
    await connection.query(`
      update catalog.category c set name = s.name, parent_id = p.id, version = c.version + 1
      from ${stage} s left join catalog.category p on p.code = s.parent_code
      where c.code = s.code and (c.name::text, c.parent_id) is distinct from (s.name, p.id)`);
    await connection.query(`
      select catalog.refresh_search(array(
        select p.id from catalog.product p join catalog.category c on c.id = p.category_id join ${stage} s on s.code = c.code))`);
    const total = await connection.query(`select from ${stage}`);
    const [created, updated] = [added.rowCount ?? 0, changed.rowCount ?? 0];
    return { created, updated, unchanged: (total.rowCount ?? 0) - created - updated };
  }
}

/** SQL for the part of a URL that a text makes: plain letters and digits, joined by hyphens. */
export const slugOf = (text: string): string =>
  `coalesce(nullif(trim(both '-' from regexp_replace(public.plain_text(${text}), '[^a-z0-9]+', '-', 'g')), ''), 'x')`;

/** Selects every row whose `column` stood in an earlier row. */
export const duplicatesOf = (stage: string, column: string): string => `
  select later.row_no, '${column}' as "column", 'row.duplicate' as code,
         'The same as in row ' || first.row_no as message, later.${column} as value
  from ${stage} later
  join (select ${column}, min(row_no) as row_no from ${stage} group by ${column}) first
    on first.${column} = later.${column} and first.row_no < later.row_no`;
