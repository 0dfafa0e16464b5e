import type { PictureRef } from '@/db/schema/catalog'
import { mediaBase } from '@/lib/platform/env'
import type { Picture } from './schemas'

/** The widths in which every picture is rendered. */
export const pictureWidths = [320, 640, 1080] as const

/** A stored picture as the browser needs it; `CDN_URL` prefixes its addresses when it is set (R161). */
export function pictureView(ref: PictureRef | null): Picture | null {
  if (!ref) return null
  const address = (width: number) => `${mediaBase}/media/${ref.hash}-${width}.webp`
  return { src: address(640), srcset: pictureWidths.map((width) => `${address(width)} ${width}w`).join(', '), blur: ref.blur, alt: ref.alt }
}
