'use client'

import { useState } from 'react'
import { SubmitButton } from '@/app/_client/submit-button'
import { useServerAction } from '@/app/_client/use-server-action'
import { button } from '@/app/_ui/button'
import { inputClass } from '@/app/_ui/field'
import { shareAction } from './actions'

/** The address under which others see the list, made and taken away here. */
export function SharePanel({ sharePath, origin }: { sharePath: string | null; origin: string }) {
  const [state, share, isPending] = useServerAction(shareAction)
  const path = state.status === 'done' ? state.value.share_path : sharePath
  return (
    <section aria-labelledby="share" className="rounded-lg bg-surface p-6 shadow-sm sm:p-8">
      <h2 id="share" className="mb-2 text-lg">
        {path ? 'Your list is shared' : 'Share your list'}
      </h2>
      <p className="measure text-muted">
        {path
          ? 'Whoever has this address sees your first name and what is on the list. Nobody sees your e-mail address, and nobody can change anything.'
          : 'Before a birthday, or to ask what others think: you get an address that only those know whom you tell.'}
      </p>
      {path && <CopyLine url={origin + path} />}
      <form action={share} className="mt-4 flex flex-wrap items-center gap-3">
        <input type="hidden" name="share" value={path ? 'off' : 'on'} />
        <SubmitButton isPending={isPending} look={path ? 'quiet' : 'primary'} size="sm">
          {path ? 'Stop sharing' : 'Make an address'}
        </SubmitButton>
        {path && <p className="text-muted text-sm">The address then stops working for good.</p>}
        {state.status === 'failed' && (
          <p role="alert" className="font-medium text-danger text-sm">
            {state.message}
          </p>
        )}
      </form>
    </section>
  )
}

function CopyLine({ url }: { url: string }) {
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(url)
    setIsCopied(true)
  }

  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <input
        readOnly
        value={url}
        aria-label="Address of your wishlist"
        onFocus={(event) => event.currentTarget.select()}
        className={`${inputClass} min-w-0 flex-1 basis-64`}
      />
      <button type="button" onClick={copy} className={button({ look: 'secondary', className: 'with-js h-12' })}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
      <span role="status" className="sr-only">
        {isCopied && 'The address is copied.'}
      </span>
    </div>
  )
}
