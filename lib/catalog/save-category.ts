import { eq, sql } from 'drizzle-orm'
import { categories, type PictureRef } from '@/db/schema/catalog'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { type CategoryId, newId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import type { CategoryChanged } from './category-schemas'
import { nameTaken } from './name-taken'
import { requireFreshCategory } from './stale-category'
import type { SaveCategory } from './write-schemas'

/** One number for "the tree is being changed": two moves at once could make a circle that neither of them sees. */
const TREE_LOCK = 7_301_945

/** Moving a large part of the tree lists its products anew. */
export const MOVING = { statementTimeoutMs: 60_000 }

/**
 * Adds a category or changes one, and writes that down. When it moves, everything below it is listed under its new ancestors and no longer
 * under the old.
 * @throws forbidden, not_found, invalid_input for a taken slug or a parent that lies below the category itself, stale when somebody else
 * saved since `version`
 */
export async function saveCategory(ctx: Ctx, { version, ...input }: SaveCategory & { version?: string }): Promise<CategoryChanged> {
  requireCan(ctx, 'catalog.write')
  return await nameTaken(() =>
    transaction(async (tx) => {
      const before = input.category_id ? await lockCategory(tx, input.category_id) : null
      if (before && version !== undefined) requireFreshCategory(before, version, input)
      const after = await changeCategory(tx, before, input)
      return { category_id: after.id, slug: after.slug, undo: writtenDown(tx, ctx, before, after) }
    }, MOVING),
  )
}

/** Only what changed, as the log keeps it; all of a new category. */
export function writtenDown(tx: Tx, ctx: Ctx, before: CategoryRow | null, after: CategoryRow): CategoryChanged['undo'] {
  const subject = { type: 'category', id: after.id, label: after.name }
  const version = categoryVersion(after)
  if (!before) return audited(tx, ctx, { action: 'category.added', subject, after: loggedOf(after), version })
  const [was, is] = [loggedOf(before), loggedOf(after)]
  const changed = (Object.keys(is) as (keyof typeof is)[]).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
  if (changed.length === 0) return null
  const only = (values: typeof is) => Object.fromEntries(changed.map((name) => [name, values[name]]))
  return audited(tx, ctx, { action: 'category.changed', subject, before: only(was), after: only(is), version })
}

const loggedOf = ({ parentId, name, slug, description, isActive, picture }: CategoryRow) => ({
  parent_id: parentId,
  name,
  slug,
  description,
  is_active: isActive,
  picture,
})

export const categoryVersion = ({ updatedAt }: Pick<CategoryRow, 'updatedAt'>): string => updatedAt.toISOString()

/** The tree, and in it this category, until the end of the transaction. @throws not_found */
export async function lockCategory(tx: Tx, id: CategoryId): Promise<CategoryRow> {
  await tx.execute(sql`select pg_advisory_xact_lock(${TREE_LOCK})`)
  return requireCategory(tx, id)
}

/** Writes a category with everything that follows: where its products are listed, and which pages fall. @throws as `saveCategory` */
export async function changeCategory(
  tx: Tx,
  before: CategoryRow | null,
  input: Omit<SaveCategory, 'category_id'> & { picture?: PictureRef | null },
): Promise<CategoryRow> {
  await tx.execute(sql`select pg_advisory_xact_lock(${TREE_LOCK})`)
  if (before && input.parent_id === before.id) throw belowItself()
  const oldAncestors = before ? await ancestorsOf(tx, before.id) : []
  const after = await write(tx, before, input)
  const newAncestors = await ancestorsOf(tx, after.id)
  if (newAncestors.includes(after.id)) throw belowItself()
  if (before && before.parentId !== after.parentId) await relist(tx, after.id, oldAncestors)
  publish(tx, { type: 'category.changed', categoryId: after.id, ancestorIds: [...new Set([...oldAncestors, ...newAncestors])] })
  return after
}

export type CategoryRow = typeof categories.$inferSelect

async function requireCategory(tx: Tx, id: CategoryId): Promise<CategoryRow> {
  const [row] = await tx.select().from(categories).where(eq(categories.id, id))
  if (!row) throw new DomainError('not_found', { detail: 'There is no such category.' })
  return row
}

async function write(tx: Tx, before: CategoryRow | null, input: Parameters<typeof changeCategory>[2]): Promise<CategoryRow> {
  if (input.parent_id) await requireCategory(tx, input.parent_id)
  const { parent_id: parentId, name, slug, description, is_active: isActive, position, picture } = input
  if (before) {
    const changes = { parentId, name, slug, description, isActive, position, picture, updatedAt: new Date() }
    const [row] = await tx.update(categories).set(changes).where(eq(categories.id, before.id)).returning()
    if (row) return row
    throw new DomainError('not_found', { detail: 'There is no such category.' })
  }
  if (name === undefined) throw invalid('/name', 'A new category needs a name.')
  if (slug === undefined) throw invalid('/slug', 'A new category needs an address.')
  const last = sql`(select coalesce(max(s.position) + 1, 0) from categories s where s.parent_id is not distinct from ${parentId ?? null}::uuid)`
  const values = { id: newId<CategoryId>(), parentId, name, slug, description, isActive, picture, position: position ?? last }
  const [row] = await tx.insert(categories).values(values).returning()
  if (!row) throw new Error('The insert of a category returned no row')
  return row
}

/** From the parent up. Stops at a circle, which then contains the category itself. */
async function ancestorsOf(tx: Tx, id: CategoryId): Promise<CategoryId[]> {
  const rows = await tx.execute<{ id: CategoryId }>(sql`
    with recursive path as (
      select parent_id as id from categories where id = ${id} and parent_id is not null
      union
      select c.parent_id from categories c join path on c.id = path.id where c.parent_id is not null
    )
    select id from path`)
  return rows.map((row) => row.id)
}

/** Lists the products of the moved subtree under its present ancestors; takes them from the old ones unless they are there otherwise. */
async function relist(tx: Tx, movedId: CategoryId, oldAncestors: CategoryId[]): Promise<void> {
  await tx.execute(sql`
    with recursive path as (
      select category_id as id, product_id from category_products
      where is_direct and product_id in (select product_id from category_products where category_id = ${movedId})
      union
      select c.parent_id, path.product_id from categories c join path on c.id = path.id where c.parent_id is not null
    ), gone as (
      delete from category_products g
      where g.category_id = any(${sql.param(`{${oldAncestors.join(',')}}`)}::uuid[])
        and g.product_id in (select product_id from category_products where category_id = ${movedId})
        and not exists (select from path where path.id = g.category_id and path.product_id = g.product_id)
    )
    insert into category_products (category_id, product_id, is_direct, is_active, created_at, price_min_minor, rating_average, sold)
    select path.id, p.id, false, p.is_active, p.created_at, p.price_min_minor, p.rating_average, coalesce(s.sold, 0)
    from path join products p on p.id = path.product_id left join product_sales s on s.product_id = p.id
    on conflict (category_id, product_id) do nothing`)
}

const belowItself = () => invalid('/parent_id', 'A category cannot lie below itself.')
const invalid = (pointer: string, detail: string) => new DomainError('invalid_input', { errors: [{ pointer, detail }] })
