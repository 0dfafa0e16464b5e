import type { CSSProperties } from 'react'

/** What the browser needs to show a picture, as the API describes it. */
export type PictureShape = { src: string; srcset: string; blur: string; alt: string }

type Props = {
  picture: PictureShape
  /** How wide the picture is shown, as in the `sizes` attribute. */
  sizes: string
  /** True for what is on the first screen: loaded at once and before other things. */
  eager?: boolean
  /** An empty text when the name stands beside it already. */
  alt?: string
  className?: string
}

/** A square picture that keeps its place while it loads, with its blurred self until it is there. */
export function Picture({ picture, sizes, eager = false, alt, className }: Props) {
  return (
    <img
      src={picture.src}
      srcSet={picture.srcset}
      sizes={sizes}
      alt={alt ?? picture.alt}
      width={1080}
      height={1080}
      loading={eager ? 'eager' : 'lazy'}
      {...(eager && { fetchPriority: 'high' })}
      decoding="async"
      className={className}
      style={blurOf(picture)}
    />
  )
}

const blurOf = ({ blur }: PictureShape): CSSProperties | undefined => (blur ? { backgroundImage: `url("${blur}")` } : undefined)
