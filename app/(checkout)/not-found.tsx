import { button } from '@/app/_ui/button'

export default function NotFound() {
  return (
    <div className="measure grid justify-items-start gap-4 py-10">
      <h1 className="text-xl">We could not find this page</h1>
      <p>
        An order opens only with the complete link from its confirmation, ending in <code className="font-mono text-sm">?t=…</code>. Perhaps a part of
        it is missing.
      </p>
      <div className="flex flex-wrap gap-3">
        <a href="/" className={button({})}>
          Back to the shop
        </a>
        <a href="/cart" className={button({ look: 'quiet' })}>
          Your cart
        </a>
      </div>
    </div>
  )
}
