/** Lets the product's picture fly to the cart in the header, so that it is seen where it went. Nothing for people who prefer less motion. */
export function travelToCart(from: HTMLElement): void {
  const target = document.querySelector('[data-cart-button]')
  const picture = pictureNear(from)
  if (!target || !picture || matchMedia('(prefers-reduced-motion: reduce)').matches) return

  const [start, end] = [picture.getBoundingClientRect(), target.getBoundingClientRect()]
  const flying = picture.cloneNode() as HTMLImageElement
  flying.removeAttribute('loading')
  flying.alt = ''
  flying.setAttribute('aria-hidden', 'true')
  Object.assign(flying.style, {
    position: 'fixed',
    zIndex: '60',
    pointerEvents: 'none',
    left: `${start.left}px`,
    top: `${start.top}px`,
    width: `${start.width}px`,
    height: `${start.height}px`,
    objectFit: 'cover',
    borderRadius: '16px',
  })
  document.body.append(flying)
  const x = end.left + end.width / 2 - (start.left + start.width / 2)
  const y = end.top + end.height / 2 - (start.top + start.height / 2)
  const scale = Math.max(0.04, 28 / start.width)
  flying
    .animate(
      [
        { transform: 'none', opacity: 0.95 },
        { transform: `translate(${x * 0.55}px, ${y * 0.7}px) scale(${(1 + scale) / 2.6})`, opacity: 0.9, offset: 0.55 },
        { transform: `translate(${x}px, ${y}px) scale(${scale})`, opacity: 0.3 },
      ],
      { duration: 480, easing: 'cubic-bezier(0.3, 0.1, 0.2, 1)' },
    )
    .finished.finally(() => flying.remove())
}

/** The picture of the product the form belongs to: the nearest one around it that is on the screen. */
function pictureNear(from: HTMLElement): HTMLImageElement | null {
  for (let around = from.parentElement; around && around !== document.body; around = around.parentElement) {
    const onScreen = [...around.querySelectorAll<HTMLImageElement>('.tile img')].find((picture) => {
      const { bottom, top, width } = picture.getBoundingClientRect()
      return width > 60 && bottom > 0 && top < innerHeight
    })
    if (onScreen) return onScreen
  }
  return null
}
