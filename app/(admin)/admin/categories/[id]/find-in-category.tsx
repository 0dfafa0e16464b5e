'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { classes } from '@/app/_ui/classes'
import { inputClass } from '@/app/_ui/field'
import { ArrowUpIcon } from '@/app/_ui/icons'
import type { ArrangedProduct } from '@/lib/catalog/arrange-schemas'
import type { StaffProductPage } from '@/lib/catalog/staff-schemas'

/** Finds a product of the category by name or SKU, however far down it stands. */
export function FindInCategory({ categoryId, onChoose }: { categoryId: string; onChoose: (product: ArrangedProduct) => void }) {
  const [text, setText] = useState('')
  const found = useFound(categoryId, text)
  return (
    <div className="grid gap-1">
      <input
        type="search"
        className={classes(inputClass, 'h-10 text-sm')}
        value={text}
        placeholder="Find a product of this category to put at the top"
        aria-label="Find a product of this category to put at the top"
        onChange={(event) => setText(event.target.value)}
      />
      {found.length > 0 && (
        <ul aria-label="Found" className="grid gap-1">
          {found.map(({ id, name, sku, price, picture, status }) => (
            <li key={id}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-sunken"
                onClick={() => {
                  onChoose({ id, name, price, picture, is_active: status === 'active' })
                  setText('')
                }}
              >
                <ArrowUpIcon width="16" height="16" />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-muted">{sku}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useFound(categoryId: string, text: string): StaffProductPage['data'] {
  const q = useDeferredValue(text.trim())
  const { data } = useQuery({
    queryKey: ['products of', categoryId, q],
    queryFn: () => sendJson<StaffProductPage>('GET', `/api/v1/admin/products?page_size=6&category=${categoryId}&q=${encodeURIComponent(q)}`),
    enabled: q.length >= 2,
    staleTime: 10_000,
  })
  return q.length >= 2 ? (data?.data ?? []) : []
}
