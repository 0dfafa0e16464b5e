import { button } from '@/app/_ui/button'

/** An empty cart leads on. */
export function CartEmpty() {
  return (
    <div className="grid justify-items-start gap-4 py-6">
      <p className="measure text-lg">Nothing in here yet. The nicest things are a step away.</p>
      <div className="flex flex-wrap gap-3">
        <a href="/" className={button({ look: 'primary' })}>
          See what is new
        </a>
        <a href="/search" className={button({ look: 'quiet' })}>
          Browse everything
        </a>
      </div>
    </div>
  )
}
