import path from 'node:path'
import { crc32 } from 'node:zlib'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { refusalOf } from '@/db/testing/refusals'
import { size } from '@/db/testing/seed'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import { AuditId, type CategoryId, type ImageId, newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { forgetPictures } from '@/lib/housekeeping/forget-pictures'
import { mediaStorage } from '@/lib/platform/storage/storage'
import { undoChange } from '@/lib/undo/undo-change'
import { findProduct } from './find-product'
import { pictureFile } from './pictures'
import { parsePictureFile, readPicture } from './read-picture'
import { addPicture, listPictures, setPictures } from './set-pictures'

let categoryId: CategoryId
let boss: Ctx
beforeAll(async () => {
  categoryId = await makeCategory()
  boss = await member()
})

async function member(permissions?: StaffPermission[]): Promise<Ctx> {
  const userId: UserId = await makeUser()
  await database().execute(sql`update users set role = 'staff' where id = ${userId}`)
  return { actor: { kind: 'user', userId, role: 'staff', ...(permissions ? { permissions } : {}) }, requestId: newId(), clientAddress: '203.0.113.9' }
}

type Colour = { r: number; g: number; b: number }
const plain = (background: Colour, width = 640, height = 480) => sharp({ create: { width, height, channels: 3, background } })
const red = { r: 200, g: 20, b: 20 }
const green = { r: 20, g: 160, b: 20 }
const blue = { r: 20, g: 20, b: 200 }

const upload = (product: WorldProduct, file: Buffer, ctx = boss) => addPicture(ctx, { product_id: product.id, file: new Uint8Array(file) })
const hashIn = (src: string) => parsePictureFile(path.basename(src))?.hash ?? ''
const detail = async ({ slug }: WorldProduct) => {
  const found = await findProduct(boss, slug)
  if (!found) throw new Error('There is no such product')
  return found
}

test('S10: what is no picture, or more than one, is refused in under a second, and nothing is stored', async () => {
  const product = await makeProduct(categoryId)
  const jpeg = await plain(red).jpeg().toBuffer()
  const png = await plain(red).png().toBuffer()
  const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const bad: Record<string, Buffer> = {
    'an SVG with a script': script,
    'a page that calls itself a picture': Buffer.from('<!doctype html><html><body>hello</body></html>'),
    'a picture with a script behind it': Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]),
    'a picture that is an archive too': Buffer.concat([png, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
    'a GIF that is a script too': Buffer.from('GIF89a/*\x00\x00*/=1;alert(1)'),
    'an AVIF': await plain(red, 64, 64).avif({ effort: 0 }).toBuffer(),
    'a picture of 900 million pixels': bomb(),
    'a picture that was cut off': jpeg.subarray(0, Math.floor(jpeg.length / 2)),
    'nothing but the first bytes of one': png.subarray(0, 8),
    'a tiny picture': await plain(red, 40, 40).png().toBuffer(),
    'nothing at all': Buffer.alloc(0),
  }
  for (const [name, file] of Object.entries(bad)) {
    const begun = performance.now()
    const refusal = await refusalOf(upload(product, file))
    expect([name, refusal.status]).toEqual([name, expect.toSatisfy((status: number) => status >= 400 && status < 500)])
    expect([name, performance.now() - begun < size(5_000, 1_000)]).toEqual([name, true])
  }
  expect((await listPictures(boss, { product_id: product.id })).data).toEqual([])
  for await (const { key } of mediaStorage().list('')) expect(key).toBe('nothing')
})

/** The head of a PNG of 30,000 × 30,000, with too little behind it. */
function bomb(): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000075300000753008020000002e2a5f5e', 'hex')
  const crc = crc32(head.subarray(12, 29))
  head.writeUInt32BE(crc, 29)
  return Buffer.concat([head, Buffer.from('0000000049454e44ae426082', 'hex')])
}

test('S10: an upload comes out as WebP in the widths of the shop, upright, on a square, and without what was hidden in it', async () => {
  const product = await makeProduct(categoryId)
  const right = { input: await plain(red, 800, 800).png().toBuffer(), left: 800, top: 0 }
  const file = await plain(blue, 1600, 800)
    .composite([right])
    .withExif({ IFD0: { Copyright: 'SECRET-OF-THE-CAMERA' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { data } = await upload(product, Buffer.concat([file, Buffer.from('SECRET-BEHIND-THE-END')]))
  const hash = hashIn(data[0]?.picture.src ?? '')
  expect(hash).toMatch(/^[0-9a-f]{32}$/)
  for (const width of [320, 640, 1080]) {
    const bytes = await readPicture({ hash, width })
    if (!bytes) throw new Error(`${width} is not there`)
    expect(bytes.toString('latin1')).not.toMatch(/SECRET|Exif|ICCP/)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height: width })
  }
  // What was on the left is on top, and the rim goes on to the sides.
  const { data: pixels } = await sharp((await readPicture({ hash, width: 320 })) ?? Buffer.alloc(0))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...pixels.subarray((y * 320 + x) * 3, (y * 320 + x) * 3 + 3)].map((value) => Math.round(value / 100))
  expect([at(160, 20), at(160, 300)]).toEqual([
    [0, 0, 2],
    [2, 0, 0],
  ])
  expect(at(5, 160)).toEqual([1, 0, 1])
})

test('pictures are ordered, described, given to variants and removed, the shop shows it, and each change can be taken back', async () => {
  const shirt = await makeProduct(categoryId, { name: 'Shirt', stock: [3, 3] })
  const [small, medium] = shirt.variants
  if (!small || !medium) throw new Error('incomplete')
  for (const colour of [red, green, blue]) await upload(shirt, await plain(colour).png().toBuffer())
  expect((await refusalOf(upload(shirt, await plain(red).png().toBuffer()))).code).toBe('conflict')
  const added = await listPictures(boss, { product_id: shirt.id })
  const before = await detail(shirt)
  expect(before.pictures.map(({ src }) => src)).toEqual(added.data.map(({ picture }) => picture.src))
  expect(before.picture?.src).toBe(added.data[0]?.picture.src)
  const [first, second, third] = added.data
  if (!first || !second || !third) throw new Error('incomplete')
  const turned = await setPictures(boss, {
    product_id: shirt.id,
    version: added.version,
    pictures: [
      { id: third.id, alt: 'The blue one', variant_ids: [medium.id] },
      { id: first.id, alt: first.alt, variant_ids: [] },
    ],
  })
  const shown = await detail(shirt)
  expect(shown.pictures.map(({ alt }) => alt)).toEqual(['The blue one', 'Shirt'])
  expect([shown.picture?.alt, shown.picture_hover?.src]).toEqual(['The blue one', first.picture.src])
  expect(shown.variants.map(({ picture_index }) => picture_index)).toEqual([null, 0])
  expect(shown.version).toBeGreaterThan(before.version)
  expect(shown.updated_at).toBe(before.updated_at)
  const repeated = setPictures(boss, { product_id: shirt.id, version: added.version, pictures: [] })
  expect((await refusalOf(repeated)).code).toBe('stale')
  const stranger = setPictures(boss, {
    product_id: shirt.id,
    version: turned.version,
    pictures: [{ id: newId<ImageId>(), alt: '', variant_ids: [] }],
  })
  expect((await refusalOf(stranger)).code).toBe('not_found')
  await undoChange(boss, { id: AuditId.parse(turned.undo) })
  expect((await detail(shirt)).pictures.map(({ src }) => src)).toEqual(added.data.map(({ picture }) => picture.src))
  expect((await listPictures(boss, { product_id: shirt.id })).version).toBe(added.version)
})

test('who may not change the catalogue uploads nothing, and who may not see it sees no list', async () => {
  const product = await makeProduct(categoryId)
  const file = await plain(red).png().toBuffer()
  expect((await refusalOf(upload(product, file, await member(['catalog.read'])))).code).toBe('forbidden')
  expect((await refusalOf(listPictures(await member(['orders.read']), { product_id: product.id }))).code).toBe('forbidden')
  expect((await refusalOf(upload({ ...product, id: newId() }, file))).code).toBe('not_found')
})

test('files go when nothing has pointed to them for a month, and no other', async () => {
  const product = await makeProduct(categoryId)
  await upload(product, await plain({ r: 1, g: 2, b: 3 }).png().toBuffer())
  const kept = await upload(product, await plain({ r: 3, g: 2, b: 1 }).png().toBuffer())
  const [gone, stays] = kept.data.map(({ picture }) => hashIn(picture.src))
  const last = kept.data[1]
  if (!gone || !stays || !last) throw new Error('incomplete')
  await setPictures(boss, { product_id: product.id, version: kept.version, pictures: [{ id: last.id, alt: 'stays', variant_ids: [] }] })
  const later = new Date(Date.now() + 40 * 24 * 60 * 60_000)
  await forgetPictures(boss, later)
  expect(await mediaStorage().has(pictureFile(gone, 640))).toBe(true)
  await database().execute(sql`update audit_log set created_at = now() - interval '31 days' where subject_id = ${product.id}`)
  expect(await forgetPictures(boss)).toBe(0)
  expect(await forgetPictures(boss, later)).toBe(3)
  expect(await mediaStorage().has(pictureFile(gone, 640))).toBe(false)
  expect(await mediaStorage().has(pictureFile(stays, 640))).toBe(true)
})
