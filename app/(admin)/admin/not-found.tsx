import { button } from '@/app/_ui/button'
import { staffCtx } from '@/app/(admin)/_parts/staff-ctx'
import type { Actor } from '@/lib/core/context'
import { can } from '@/lib/platform/auth/can'

/** Also what people see who may not: a page must not tell them that it exists. From an admin nothing is hidden. */
export default async function AdminNotFound() {
  const { actor } = await staffCtx()
  const { title, text } = wordsFor(actor)
  const worksHere = can(actor, 'dashboard.use')
  return (
    <main id="content" tabIndex={-1} className="px-4 py-10 outline-none sm:px-6">
      <div className="measure grid justify-items-start gap-4">
        <h1 className="text-xl">{title}</h1>
        <p className="text-muted">{text}</p>
        <a href={worksHere ? '/admin' : '/'} className={button({ look: 'quiet' })}>
          {worksHere ? 'To the dashboard' : 'To the shop'}
        </a>
      </div>
    </main>
  )
}

function wordsFor(actor: Actor): { title: string; text: string } {
  if (actor.kind === 'user' && actor.role === 'admin')
    return { title: 'There is nothing here', text: 'It may have been removed, or the address is not quite right.' }
  const title = 'There is nothing here for you'
  if (can(actor, 'dashboard.use'))
    return { title, text: 'It is not there, or your role does not let you see it. An admin can change what your role allows.' }
  return { title, text: 'It is not there, or it is not yours to see.' }
}
