import type { Metadata } from 'next'
import { requireLocal } from '@/app/dev/_parts/require-local'
import { catalogue, emailKinds } from '@/lib/platform/email/catalogue'

export const instant = false
export const metadata: Metadata = { title: 'All templates' }

/** Every kind of mail that the shop can send, each with an example. */
export default async function TemplatesPage() {
  await requireLocal()
  return (
    <>
      <h1 className="text-xl">All templates</h1>
      <ul className="mt-8 divide-y divide-line rounded-lg bg-surface shadow-sm">
        {emailKinds.map((kind) => (
          <li key={kind} className="relative flex flex-wrap items-baseline justify-between gap-x-6 px-5 py-4 hover:bg-sunken">
            <a href={`/dev/mailbox/templates/${kind}`} className="card-link font-semibold">
              {catalogue[kind].accept(catalogue[kind].sample).subject}
            </a>
            <span className="font-mono text-muted text-sm">{kind}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
