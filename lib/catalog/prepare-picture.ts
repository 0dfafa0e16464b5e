import { createHash } from 'node:crypto'
import type { Sharp } from 'sharp'
import { DomainError } from '@/lib/core/errors'
import { PICTURE_LIMIT_PIXELS, requirePictureFormat } from './picture-bytes'
import { pictureFile, pictureWidths } from './pictures'

const SMALLEST = 320
const BLUR_SIZE = 8

export type PreparedPicture = { hash: string; blur: string; files: { name: string; bytes: Buffer }[] }

/** One at a time: decoding fifty million pixels takes a core and some hundred megabytes. */
let last: Promise<unknown> = Promise.resolve()

/**
 * An upload as the shop's own files (S10): decoded, turned upright, put on a square, and encoded anew as WebP in the shop's widths, so that
 * nothing of the file but its pixels survives: no EXIF, no place, no appended bytes. The name comes from the content.
 * @throws unsupported_media_type for what is no JPEG, PNG or WebP, too_large for too many pixels, invalid_input for what is damaged or tiny
 */
export async function preparePicture(bytes: Buffer): Promise<PreparedPicture> {
  const format = requirePictureFormat(bytes)
  const mine = last.then(() => prepare(bytes, format))
  last = mine.catch(() => {})
  return mine
}

async function prepare(bytes: Buffer, format: string): Promise<PreparedPicture> {
  const { default: sharp } = await import('sharp')
  const open = () => sharp(bytes, { limitInputPixels: PICTURE_LIMIT_PIXELS, failOn: 'error', animated: false })
  const { width = 0, height = 0, format: found } = await readable(open().metadata())
  if (found !== format) throw damaged()
  if (width * height > PICTURE_LIMIT_PIXELS) {
    throw new DomainError('too_large', {
      detail: `This picture has ${width} × ${height} pixels. At most ${PICTURE_LIMIT_PIXELS / 1_000_000} million are read.`,
    })
  }
  if (Math.max(width, height) < SMALLEST) {
    throw invalid(`This picture has only ${width} × ${height} pixels. Its longer side needs at least ${SMALLEST}.`)
  }
  const size = pictureWidths[pictureWidths.length - 1] ?? SMALLEST
  const upright = await readable(
    open()
      .autoOrient()
      .resize(size, size, { fit: 'inside', kernel: 'lanczos3' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  const raw = { raw: { width: upright.info.width, height: upright.info.height, channels: 4 as const } }
  const square = await sharp(upright.data, raw)
    .resize(size, size, { fit: 'contain', background: await edgeColour(sharp(upright.data, raw)) })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer()
  const full = () => sharp(square, { raw: { width: size, height: size, channels: 3 } })
  const files = await Promise.all(
    pictureWidths.map(async (wide) => ({
      wide,
      bytes: await full()
        .resize(wide, wide, { kernel: 'lanczos3' })
        .webp({ quality: wide === size ? 80 : 84 })
        .toBuffer(),
    })),
  )
  const blur = await full().resize(BLUR_SIZE, BLUR_SIZE).webp({ quality: 40, effort: 0 }).toBuffer()
  const hash = createHash('sha256').update(square).digest('hex').slice(0, 32)
  return {
    hash,
    blur: `data:image/webp;base64,${blur.toString('base64')}`,
    files: files.map(({ wide, bytes }) => ({ name: pictureFile(hash, wide), bytes })),
  }
}

/** What the picture has at its rim, so that the square around it does not show; white where it is transparent. */
async function edgeColour(picture: Sharp): Promise<{ r: number; g: number; b: number }> {
  const pixels = await picture.flatten({ background: '#ffffff' }).resize(BLUR_SIZE, BLUR_SIZE, { fit: 'fill' }).raw().toBuffer()
  const rim = Array.from({ length: BLUR_SIZE * BLUR_SIZE }, (_, index) => index).filter((index) => {
    const [x, y] = [index % BLUR_SIZE, Math.floor(index / BLUR_SIZE)]
    return x === 0 || y === 0 || x === BLUR_SIZE - 1 || y === BLUR_SIZE - 1
  })
  const mean = (channel: number) => Math.round(rim.reduce((sum, index) => sum + (pixels[index * 3 + channel] ?? 255), 0) / rim.length)
  return { r: mean(0), g: mean(1), b: mean(2) }
}

/** What sharp cannot read, the person sent. */
async function readable<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Error && /exceeds pixel limit/.test(error.message)) {
      throw new DomainError('too_large', { detail: `At most ${PICTURE_LIMIT_PIXELS / 1_000_000} million pixels are read.`, cause: error })
    }
    throw damaged(error)
  }
}

const damaged = (cause?: unknown) =>
  new DomainError('invalid_input', {
    detail: 'This picture is damaged or incomplete.',
    errors: [{ pointer: '/file', detail: 'This picture is damaged or incomplete.' }],
    cause,
  })
const invalid = (detail: string) => new DomainError('invalid_input', { detail, errors: [{ pointer: '/file', detail }] })
