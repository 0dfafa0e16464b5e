import postgres from 'postgres'
import type { PictureRef } from '@/db/schema/catalog'
import { demoProducts } from './demo/demo-catalogue'
import { type PlannedPicture, picturesOf } from './demo/pictures'
import { blurOf } from './demo/render-pictures'
import { copyRows } from './synthetic/copy-rows'
import { syntheticId } from './synthetic/ids'
import { makeProduct } from './synthetic/make-product'
import { departments, type Leaf } from './synthetic/tree'
import { type Placed, writeBatch } from './synthetic/write-batch'

const BATCH = 5_000
/** Two sessions: while one parses and indexes, the other one's rows are made. */
const SESSIONS = 2

export type SeedProgress = { done: number; total: number; perSecond: number; secondsLeft: number }
export type SeedOptions = { products: number; onProgress?: (progress: SeedProgress) => void }

/**
 * Brings the synthetic catalogue up to `products` products, beside whatever else the shop sells. Product n is always the same, and
 * batches are whole or absent: it can be stopped, run again, and run with a larger number. Pictures are borrowed from the demo catalogue.
 */
export async function seedCatalogue(url: string, { products, onProgress }: SeedOptions): Promise<{ added: number; seconds: number }> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const sql = postgres(url, { max: SESSIONS, onnotice: () => {}, connection: sessionSettings })
  try {
    const leaves = await writeTree(sql)
    const pictures = await borrowedPictures()
    const now = new Date()
    let done = 0
    let added = 0
    const starts = Array.from({ length: Math.ceil(products / BATCH) }, (_, index) => index * BATCH).values()
    const work = async () => {
      for (const start of starts) {
        const end = Math.min(start + BATCH, products)
        const written = await writeNumbers(sql, { start, end, leaves, pictures, now })
        added += written
        done += end - start
        const perSecond = Math.round(added / seconds())
        onProgress?.({ done, total: products, perSecond, secondsLeft: perSecond > 0 ? Math.ceil((products - done) / perSecond) : 0 })
      }
    }
    await Promise.all(Array.from({ length: SESSIONS }, work))
    // GIN indexes keep new rows in a list until they are cleaned; searches should not have to read it.
    await sql.unsafe('vacuum (analyze) products')
    await sql.unsafe('analyze')
    return { added, seconds: seconds() }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** A crash loses at most a batch, which the next run writes again. New entries of the GIN indexes are sorted in once, not row by row. */
const sessionSettings = { synchronous_commit: 'off', maintenance_work_mem: '256MB', gin_pending_list_limit: '1000MB' }

type PlacedLeaf = { leaf: Leaf; categoryIds: string[] }
type Pictures = Map<string, [PictureRef, PictureRef][]>
type Range = { start: number; end: number; leaves: PlacedLeaf[]; pictures: Pictures; now: Date }

async function writeNumbers(sql: postgres.Sql, { start, end, leaves, pictures, now }: Range): Promise<number> {
  return await sql.begin(async (tx) => {
    const [present] = await tx<{ count: number }[]>`
      select count(*)::int as count from products where sku >= ${skuOf(start)} and sku < ${skuOf(start + BATCH)} and sku like 'SYN-%'`
    const batch: Placed[] = []
    for (let number = start + (present?.count ?? 0); number < end; number++) {
      const placed = leaves[(number * 7) % leaves.length]
      const borrowed = placed && pictures.get(placed.leaf.pictures)
      if (!borrowed) throw new Error(`The leaf ${placed?.leaf.name} borrows pictures from a category that does not exist`)
      batch.push({ number, product: makeProduct(number, placed.leaf, borrowed), categoryIds: placed.categoryIds })
    }
    await writeBatch(tx, batch, now)
    return batch.length
  })
}

const skuOf = (number: number) => `SYN-${String(number).padStart(7, '0')}`

/** Writes the categories that are not there yet. Their ids follow from their place in the tree. */
async function writeTree(sql: postgres.Sql): Promise<PlacedLeaf[]> {
  const rows: [id: string, parent: string | null, slug: string, name: string, position: number][] = []
  const add = (slug: string, name: string, parent: string | null) => {
    const id = syntheticId('category', rows.length)
    rows.push([id, parent, slug, name, 1_000 + rows.length])
    return id
  }
  const leaves = departments.flatMap((department) => {
    const top = add(department.slug, department.name, null)
    return department.groups.flatMap((group) => {
      const middle = add(group.slug, group.name, top)
      return group.leaves.map((leaf) => ({ leaf, categoryIds: [add(leaf.slug, leaf.name, middle), middle, top] }))
    })
  })
  await sql.begin(async (tx) => {
    const [found] = await tx`select from categories where id = ${rows[0]?.[0] ?? null}`
    if (!found) await copyRows(tx, 'categories', 'id, parent_id, slug, name, position', rows)
  })
  return leaves
}

/** Main and second view of each demo product, by leaf category. */
async function borrowedPictures(): Promise<Pictures> {
  const refOf = async ({ hash, recipe }: PlannedPicture): Promise<PictureRef> => ({ hash, blur: await blurOf(recipe), alt: '' })
  const all = await Promise.all(
    demoProducts.map(async (product) => {
      const [first, second] = picturesOf(product).images
      if (!first || !second) throw new Error(`${product.slug} has no second view`)
      return { category: product.category, refs: [await refOf(first), await refOf(second)] as [PictureRef, PictureRef] }
    }),
  )
  const pictures: Pictures = new Map()
  for (const { category, refs } of all) pictures.set(category, [...(pictures.get(category) ?? []), refs])
  return pictures
}
