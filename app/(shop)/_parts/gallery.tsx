'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { classes } from '@/app/_ui/classes'
import { ChevronLeftIcon, ChevronRightIcon, XIcon, ZoomInIcon } from '@/app/_ui/icons'
import { Picture, type PictureShape } from '@/app/_ui/picture'

type Props = { pictures: PictureShape[]; shown: number; onShow: (index: number) => void; name: string }

const stageSizes = '(min-width: 84rem) 44rem, (min-width: 64rem) 52vw, 92vw'

/**
 * A strip of pictures that snaps, so that a finger, the thumbnails (plain links to each picture) and the keyboard all move it; the
 * large view is a dialog of the platform.
 */
export function Gallery({ pictures, shown, onShow, name }: Props) {
  const strip = useRef<HTMLUListElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const count = pictures.length

  // The strip follows the choice, whoever made it: a thumbnail, an arrow or the variant picker.
  useEffect(() => {
    const list = strip.current
    if (!list || list.clientWidth === 0) return
    const left = shown * list.clientWidth
    if (Math.abs(list.scrollLeft - left) > 4)
      list.scrollTo({ left, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  }, [shown])

  const go = (by: number) => onShow((shown + by + count) % count)

  function steer(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    go(event.key === 'ArrowLeft' ? -1 : 1)
  }

  function settle() {
    const list = strip.current
    if (list && list.clientWidth > 0) onShow(Math.round(list.scrollLeft / list.clientWidth))
  }

  if (count === 0) return <div className="tile aspect-square" />
  return (
    <section aria-label={`Pictures of ${name}`} className="min-w-0">
      <div className="relative">
        <ul ref={strip} onScrollEnd={settle} className="tile flex aspect-square snap-x snap-mandatory overflow-x-auto [scrollbar-width:none]">
          {pictures.map((picture, index) => (
            <li key={picture.src} id={`picture-${index + 1}`} className="size-full shrink-0 snap-center">
              <button
                type="button"
                onClick={() => dialog.current?.showModal()}
                onKeyDown={steer}
                tabIndex={index === shown ? 0 : -1}
                aria-label={`Picture ${index + 1} of ${count}${picture.alt ? `, ${picture.alt}` : ''}. Show it large`}
                className="block size-full cursor-zoom-in"
              >
                <Picture picture={picture} sizes={stageSizes} eager={index === 0} alt="" />
              </button>
            </li>
          ))}
        </ul>
        <span
          aria-hidden
          className="with-js pointer-events-none absolute right-4 bottom-4 grid size-11 place-items-center rounded-full bg-surface/85 text-ink"
        >
          <ZoomInIcon />
        </span>
      </div>
      {count > 1 && (
        <ul aria-label="Choose a picture" className="mt-3 flex gap-3 overflow-x-auto p-1">
          {pictures.map((picture, index) => (
            <li key={picture.src} className="shrink-0">
              <a
                href={`#picture-${index + 1}`}
                onClick={(event) => {
                  event.preventDefault()
                  onShow(index)
                }}
                onKeyDown={steer}
                aria-label={`Picture ${index + 1}`}
                aria-current={index === shown ? 'true' : undefined}
                className={classes('tile block size-16 rounded-md border-2 sm:size-20', index === shown ? 'border-accent' : 'border-transparent')}
              >
                <Picture picture={picture} sizes="80px" alt="" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <dialog
        ref={dialog}
        aria-label={`${name}, large picture`}
        onKeyDown={steer}
        className="m-auto h-dvh max-h-dvh w-dvw max-w-[min(100dvw,100dvh)] bg-transparent p-2 sm:p-6"
      >
        <div className="relative grid h-full place-items-center">
          <div className="tile aspect-square max-h-full w-full">
            {pictures[shown] && <Picture picture={pictures[shown]} sizes="100vmin" alt={pictures[shown].alt || name} />}
          </div>
          <form method="dialog" className="absolute top-2 right-2">
            <button type="submit" aria-label="Close" className={round}>
              <XIcon />
            </button>
          </form>
          {count > 1 && (
            <>
              <button type="button" aria-label="Previous picture" onClick={() => go(-1)} className={`${round} absolute left-2`}>
                <ChevronLeftIcon />
              </button>
              <button type="button" aria-label="Next picture" onClick={() => go(1)} className={`${round} absolute right-2`}>
                <ChevronRightIcon />
              </button>
            </>
          )}
        </div>
      </dialog>
    </section>
  )
}

const round = 'grid size-12 place-items-center rounded-full bg-surface text-ink shadow-sm hover:bg-sunken'
