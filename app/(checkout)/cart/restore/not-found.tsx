import { button } from '@/app/_ui/button'

/** The link of a reminder whose cart was ordered or emptied. */
export default function NoSuchCart() {
  return (
    <div className="grid w-full max-w-lg justify-items-start gap-5 justify-self-center">
      <h1 className="text-xl">This cart is no longer there</h1>
      <p className="text-muted">It was ordered, or emptied, or the link was not copied whole.</p>
      <a href="/cart" className={button({ look: 'quiet' })}>
        To my cart
      </a>
    </div>
  )
}
