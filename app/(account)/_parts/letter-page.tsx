import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Picture } from '@/app/_ui/picture'
import type { LinkedSubscription } from '@/lib/subscriptions/schemas'

/** What a link in a mail opens: one thing said or asked. Not in the middle: what arrives later would move what is there. */
export function LetterPage({ title, subscription, children }: { title: string; subscription?: LinkedSubscription | null; children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="page grid min-h-[60dvh] flex-1 content-start justify-items-center pt-[clamp(1.5rem,10dvh,6rem)] pb-10 outline-none"
    >
      <div className="grid w-full max-w-lg gap-5 rounded-lg bg-surface p-6 shadow-sm sm:p-10">
        <h1 className="text-xl">{title}</h1>
        {subscription && <About subscription={subscription} />}
        {children}
      </div>
    </main>
  )
}

function About({ subscription: { slug, name, variant_title, picture } }: { subscription: LinkedSubscription }) {
  return (
    <Link href={`/p/${slug}` as Route} prefetch={false} className="group flex items-center gap-4 rounded-lg">
      <span className="tile block size-20 shrink-0">{picture && <Picture picture={picture} sizes="80px" alt="" />}</span>
      <span>
        <span className="block font-semibold group-hover:underline">{name}</span>
        {variant_title && <span className="block text-muted text-sm">{variant_title}</span>}
      </span>
    </Link>
  )
}
