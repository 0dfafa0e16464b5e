import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type OutputInfo } from 'sharp'
import { demoCategories, demoProducts } from './demo-catalogue'
import { type PictureRecipe, type PlannedPicture, pictureWidths, planPictures } from './pictures'

const SIZE = 1080
/** Two at a time: the build runs beside it. */
const CONCURRENCY = 2

export type RenderProgress = { done: number; total: number }
export type RenderOptions = { directory: string; pictures?: PlannedPicture[]; onProgress?: (progress: RenderProgress) => void }

/** Draws what is not in `directory` yet. May be stopped at any moment and run again; files appear whole or not at all. */
export async function renderPictures({ directory, pictures, onProgress }: RenderOptions): Promise<{ rendered: number; total: number }> {
  const plan = pictures ?? planPictures(demoCategories, demoProducts)
  await mkdir(directory, { recursive: true })
  const present = new Set(await readdir(directory))
  const missing = plan.filter(({ hash }) => pictureWidths.some((width) => !present.has(pictureFile(hash, width))))
  let done = plan.length - missing.length
  onProgress?.({ done, total: plan.length })
  const queue = missing.values()
  const work = async () => {
    for (const { hash, recipe } of queue) {
      await renderPicture({ directory, hash, recipe })
      done++
      onProgress?.({ done, total: plan.length })
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return { rendered: missing.length, total: plan.length }
}

export const pictureFile = (hash: string, width: number) => `${hash}-${width}.webp`

/** Draws one picture in all widths. Drawn once at full size; the smaller ones are made from it. */
export async function renderPicture({ directory, hash, recipe }: { directory: string; hash: string; recipe: PictureRecipe }): Promise<void> {
  const full = await draw(recipe)
  const raw = { raw: { width: SIZE, height: SIZE, channels: 3 as const } }
  for (const width of pictureWidths) {
    const quality = width === SIZE ? 80 : 84
    const image = width === SIZE ? sharp(full, raw) : sharp(full, raw).resize(width, width, { kernel: 'lanczos3' })
    await writeWhole(path.join(directory, pictureFile(hash, width)), await image.webp({ quality, effort: 3, smartSubsample: true }).toBuffer())
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The whole picture as raw RGB at 1080 px. */
async function draw(recipe: PictureRecipe): Promise<Buffer> {
  const { data, info } = await drawing(recipe)
  const left = Math.round((SIZE - info.width) / 2)
  const top = Math.round((SIZE - info.height) / 2 - SIZE * 0.012)
  return await sharp(Buffer.from(backdrop(recipe, { left, top, width: info.width, height: info.height })))
    .composite([{ input: data, left, top }])
    .removeAlpha()
    .raw()
    .toBuffer()
}

type Box = { left: number; top: number; width: number; height: number }

/** The Fluent drawing cut to its outline, in the recipe's colours, scaled so that things of any shape look equally large. */
async function drawing({ emoji, hue, saturation, brightness, view }: PictureRecipe): Promise<{ data: Buffer; info: OutputInfo }> {
  const cut = await sharp(await sourceFile(emoji))
    .ensureAlpha()
    .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 8 })
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true })
  const scale = scaleFor(cut.info) * (view === 2 ? 1.12 : 1)
  let image = sharp(cut.data)
    .resize(Math.round(cut.info.width * scale), Math.round(cut.info.height * scale), { kernel: 'lanczos3', fit: 'fill' })
    .modulate({ hue: Math.round(hue), saturation, brightness })
    .sharpen({ sigma: 1.4, m1: 0.4, m2: 1.2 })
  if (view === 2) image = image.flop().rotate(-9, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
  return await image.png({ compressionLevel: 0 }).toBuffer({ resolveWithObject: true })
}

/** Between "same longest side" and "same area": a pen does not shrink to a line and a ball does not fill the tile. */
function scaleFor({ width, height }: { width: number; height: number }): number {
  const byLongest = (SIZE * 0.7) / Math.max(width, height)
  const byArea = (SIZE * 0.6) / Math.sqrt(width * height)
  return Math.min(byLongest, byArea)
}

/** A lit wall, a floor that is a breath darker, and the thing's soft shadow on it. */
function backdrop({ tint, view }: PictureRecipe, box: Box): string {
  const colour = (saturation: number, lightness: number, turn = 0) => `hsl(${(tint + turn + 360) % 360}, ${saturation}%, ${lightness}%)`
  const lightX = view === 1 ? 42 : 62
  const floor = Math.min(SIZE * 0.93, box.top + box.height * (view === 1 ? 0.985 : 0.955))
  const middle = box.left + box.width / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
  <defs>
    <radialGradient id="wall" cx="${lightX}%" cy="34%" r="88%">
      <stop offset="0" stop-color="${colour(52, 97)}"/>
      <stop offset="0.45" stop-color="${colour(46, 93)}"/>
      <stop offset="1" stop-color="${colour(38, 83.5, -8)}"/>
    </radialGradient>
    <radialGradient id="shade">
      <stop offset="0" stop-color="${colour(38, 22)}" stop-opacity="0.36"/>
      <stop offset="0.45" stop-color="${colour(38, 26)}" stop-opacity="0.17"/>
      <stop offset="1" stop-color="${colour(38, 30)}" stop-opacity="0"/>
    </radialGradient>
  </defs>
  <rect width="100%" height="100%" fill="url(#wall)"/>
  <ellipse cx="${middle}" cy="${floor}" rx="${box.width * 0.56}" ry="${SIZE * 0.052}" fill="url(#shade)"/>
  <ellipse cx="${middle}" cy="${floor}" rx="${box.width * 0.34}" ry="${SIZE * 0.022}" fill="url(#shade)"/>
</svg>`
}

const BLUR_SIZE = 8

/** The picture at 8 px as a data URL: what a page shows until the file has come. Cheap, because nothing large is drawn for it. */
export async function blurOf({ emoji, tint, hue, saturation, brightness, view }: PictureRecipe): Promise<string> {
  let small = sharp(await sourceFile(emoji))
    .resize(6, 6)
    .modulate({ hue: Math.round(hue), saturation, brightness })
  if (view === 2) small = small.flop()
  const backdropColour = `hsl(${tint}, 46%, 92%)`
  const bytes = await sharp({ create: { width: BLUR_SIZE, height: BLUR_SIZE, channels: 3, background: backdropColour } })
    .composite([{ input: await small.png().toBuffer(), left: 1, top: 1 }])
    .webp({ quality: 40, effort: 0 })
    .toBuffer()
  return `data:image/webp;base64,${bytes.toString('base64')}`
}

/** The set names some drawings with and some without the variation selector. */
async function sourceFile(emoji: string): Promise<string> {
  const directory = path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@lobehub/fluent-emoji-3d/assets')
  const file = path.join(directory, `${emoji}.webp`)
  await access(file)
  return file
}
