import { button } from '@/app/_ui/button'

/** Also what people see who may not: a page must not tell them that it exists. */
export default function AdminNotFound() {
  return (
    <main id="content" tabIndex={-1} className="px-4 py-10 outline-none sm:px-6">
      <div className="measure grid justify-items-start gap-4">
        <h1 className="text-xl">There is nothing here for you</h1>
        <p className="text-muted">It may have been removed, or it is not part of what your account may see. An admin can change that.</p>
        <a href="/" className={button({ look: 'quiet' })}>
          To the shop
        </a>
      </div>
    </main>
  )
}
