'use client'

import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ArrowUpIcon, PlusIcon, XIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { ProductFinder } from '@/app/(admin)/_parts/product-finder'
import { markChanged } from './mark-changed'

type Chosen = { id: string; name: string }

const MOST = 8

/** What goes well with it, found by name, in the order in which it is shown. */
export function RecommendationsPanel({ productId, recommended }: { productId?: string; recommended: Chosen[] }) {
  const [chosen, setChosen] = useState<Chosen[]>(recommended)
  const frame = useRef<HTMLDivElement>(null)

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
          <ProductFinder
            label="Find a product to recommend, by name or SKU"
            icon={<PlusIcon width="16" height="16" />}
            leavesOut={(id) => id === productId || chosen.some((other) => other.id === id)}
            onChoose={({ id, name }) => set([...chosen, { id, name }])}
          />
        )}
      </div>
    </Panel>
  )
}
