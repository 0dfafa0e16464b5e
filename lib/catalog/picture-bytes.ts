import { DomainError } from '@/lib/core/errors'

/** An upload may have at most so many bytes (S11), and so many pixels: what phones make, and no more. */
export const PICTURE_LIMIT_BYTES = 10_000_000
export const PICTURE_LIMIT_PIXELS = 50_000_000

const starts: [format: 'jpeg' | 'png' | 'webp', is: (bytes: Buffer) => boolean][] = [
  ['jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
]

/** The end of a ZIP stands in the last 64 kB. */
const ZIP_END = 65_557

/**
 * What a file is by its content, whatever its name says: only JPEG, PNG and WebP are read at all, so that no other decoder ever sees a
 * byte. What is a picture and a document, a script or an archive at once is refused, although only pixels would leave.
 * @throws unsupported_media_type
 */
export function requirePictureFormat(bytes: Buffer): 'jpeg' | 'png' | 'webp' {
  const format = starts.find(([, is]) => is(bytes))?.[0]
  if (!format) throw new DomainError('unsupported_media_type', { detail: 'This is no picture that we can read. Send a JPEG, PNG or WebP file.' })
  if (isSomethingElseToo(bytes)) {
    throw new DomainError('unsupported_media_type', {
      detail: 'There is more than a picture in this file. Save it anew in a picture program and try again.',
    })
  }
  return format
}

function isSomethingElseToo(bytes: Buffer): boolean {
  if (bytes.subarray(-ZIP_END).includes('PK\x05\x06', 0, 'latin1') || bytes.includes('%PDF-')) return true
  return /<(script|html|svg|iframe|\?php)[\s>]/i.test(bytes.toString('latin1'))
}
