/**
 * What a feed leaves behind that changes every price every month: each of the table's entries is written again as it was
 * over an earlier month, beside those of the months before. Written by the owner with one statement per price table, in
 * ordinary logged tables whose key stays in place, so that rows and index lie as publications leave them.
 */
export async function addHistory(owner, tenantId, { from, to }) {
  const { rows: tables } = await owner.query('select id from pricing.price_table order by id');
  for (const { id } of tables) {
    for (let month = from; month < to; month += 1) {
      await owner.query(
        `insert into pricing.price_entry (tenant_id, id, table_id, product_id, unit, min_quantity, unit_price,
                                          valid_from, valid_to, live_from, live_to, revision_id)
         select tenant_id, uuidv7(), table_id, product_id, unit, min_quantity, unit_price * (100 - $3::int) / 100,
                valid_from, valid_to, live_from - make_interval(months => $3::int),
                live_from - make_interval(months => $3::int - 1), revision_id
         from pricing.price_entry where tenant_id = $1 and table_id = $2 and live_to = 'infinity'`,
        [tenantId, id, month + 1],
      );
    }
  }
  await owner.query('vacuum analyze pricing.price_entry');
}

/**
 * A draft with `changes` lines for one table: every price five per cent dearer, and tiers from 50 on for as many products
 * as it takes to make up the number.
 */
export async function addDraft(owner, tenantId, tableId, changes) {
  const { rows } = await owner.query(
    `with numbered as (
       update pricing.price_table set last_revision = last_revision + 1 where tenant_id = $1 and id = $2
       returning last_revision)
     insert into pricing.revision (tenant_id, id, table_id, number, source, status, author_name, change_count)
     select $1, uuidv7(), $2, last_revision, 'import', 'draft', 'Bench', $3 from numbered returning id`,
    [tenantId, tableId, changes],
  );
  const [{ id }] = rows;
  await owner.query(
    `insert into pricing.revision_change
       (tenant_id, revision_id, product_id, unit, min_quantity, unit_price, base_price, base_entry_id)
     select $1, $2, e.product_id, e.unit, tier.minimum, round(e.unit_price * tier.share, 4),
            case when tier.minimum = 1 then e.unit_price end, case when tier.minimum = 1 then e.id end
     from pricing.price_entry e cross join (values (1, 1.05), (50, 0.95)) as tier(minimum, share)
     where e.tenant_id = $1 and e.table_id = $3 and e.live_to = 'infinity'
     order by tier.minimum, e.product_id limit $4`,
    [tenantId, id, tableId, changes],
  );
  await owner.query('vacuum analyze pricing.revision_change');
  const { rowCount } = await owner.query('select from pricing.revision_change where revision_id = $1', [id]);
  if (rowCount !== changes) throw new Error(`the draft has ${rowCount} of ${changes} changes`);
  return id;
}
