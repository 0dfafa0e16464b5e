import type { PictureRef } from '@/db/schema/catalog'
import { mediaBase } from '@/lib/platform/env'
import type { Picture } from './schemas'

export type PictureFile = { hash: string; width: number }

/** The widths in which every picture is rendered. */
export const pictureWidths = [320, 640, 1080] as const

/** Under which name a picture is stored, and asked for. */
export const pictureFile = (hash: string, width: number) => `${hash}-${width}.webp`

/** A stored picture as the browser needs it; `CDN_URL` prefixes its addresses when it is set (R161). */
export function pictureView(ref: PictureRef | null): Picture | null {
  if (!ref) return null
  const address = (width: number) => `${mediaBase}/media/${pictureFile(ref.hash, width)}`
  return { src: address(640), srcset: pictureWidths.map((width) => `${address(width)} ${width}w`).join(', '), blur: ref.blur, alt: ref.alt }
}

/** The address of the largest size, which `srcset` names last. */
export const largestOf = ({ src, srcset }: Picture): string => srcset.split(', ').at(-1)?.split(' ')[0] || src
