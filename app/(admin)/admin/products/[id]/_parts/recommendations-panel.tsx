'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { inputClass } from '@/app/_ui/field'
import { ArrowUpIcon, PlusIcon, XIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { StaffProductPage } from '@/lib/catalog/staff-schemas'
import { markChanged } from './mark-changed'

type Chosen = { id: string; name: string }

const MOST = 8

/** What goes well with it, found by name, in the order in which it is shown. */
export function RecommendationsPanel({ productId, recommended }: { productId?: string; recommended: Chosen[] }) {
  const [chosen, setChosen] = useState<Chosen[]>(recommended)
  const [text, setText] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const found = useFound(text).filter(({ id }) => id !== productId && chosen.every((other) => other.id !== id))

  function set(next: Chosen[]) {
    setChosen(next)
    markChanged(frame.current)
  }

  return (
    <Panel id="recommendations-title" title="Goes well with it">
      <input type="hidden" name="recommended_ids" value={JSON.stringify(chosen.map(({ id }) => id))} />
      <div ref={frame} className="grid gap-3">
        {chosen.length === 0 && <p className="text-muted text-sm">Without a choice of yours the best sellers of its category stand here.</p>}
        <ol className="grid gap-1">
          {chosen.map((product, index) => (
            <li key={product.id} className="flex items-center gap-1 text-sm">
              <span className="min-w-0 flex-1 truncate font-medium">{product.name}</span>
              {index > 0 && (
                <Button
                  look="plain"
                  size="sm"
                  className="px-2.5"
                  aria-label={`Move ${product.name} up`}
                  onClick={() => set(chosen.with(index, chosen[index - 1] ?? product).with(index - 1, product))}
                >
                  <ArrowUpIcon width="16" height="16" />
                </Button>
              )}
              <Button
                look="plain"
                size="sm"
                className="px-2.5"
                aria-label={`Remove ${product.name}`}
                onClick={() => set(chosen.filter(({ id }) => id !== product.id))}
              >
                <XIcon width="16" height="16" />
              </Button>
            </li>
          ))}
        </ol>
        {chosen.length < MOST && (
          <div data-unsaved="ignore">
            <input
              type="search"
              className={classes(inputClass, 'h-10 text-sm')}
              value={text}
              placeholder="Find a product by name or SKU"
              aria-label="Find a product to recommend"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          </div>
        )}
        {text.trim().length >= 2 && (
          <ul aria-label="Found" className="grid gap-1">
            {found.map(({ id, name, sku }) => (
              <li key={id}>
                <button
                  type="button"
                  className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-sunken"
                  onClick={() => {
                    set([...chosen, { id, name }])
                    setText('')
                  }}
                >
                  <PlusIcon width="16" height="16" />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <span className="text-muted">{sku}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

function useFound(text: string): StaffProductPage['data'] {
  const q = useDeferredValue(text.trim())
  const { data } = useQuery({
    queryKey: ['products', q],
    queryFn: () => sendJson<StaffProductPage>('GET', `/api/v1/admin/products?page_size=6&q=${encodeURIComponent(q)}`),
    enabled: q.length >= 2,
    staleTime: 10_000,
  })
  return data?.data ?? []
}
