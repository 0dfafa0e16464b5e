'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { classes } from '@/app/_ui/classes'
import { inputClass } from '@/app/_ui/field'
import type { StaffProductPage, StaffProductSummary } from '@/lib/catalog/staff-schemas'

type Props = {
  label: string
  /** What pressing a product does. */
  icon: ReactNode
  /** Only of this category. */
  categoryId?: string
  leavesOut?: (id: string) => boolean
  onChoose: (product: StaffProductSummary) => void
}

const SHORTEST = 2

/** Finds a product by name or SKU while one types. It may stand in a form, which takes no notice of it. */
export function ProductFinder({ label, icon, categoryId, leavesOut = () => false, onChoose }: Props) {
  const [text, setText] = useState('')
  const found = useFound(text, categoryId).filter(({ id }) => !leavesOut(id))
  return (
    <div className="grid gap-1" data-unsaved="ignore">
      <input
        type="search"
        className={classes(inputClass, 'h-10 text-sm')}
        value={text}
        placeholder={label}
        aria-label={label}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.length > 0 && (
        <ul aria-label="Found" className="grid gap-1">
          {found.map((product) => (
            <li key={product.id}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-sunken"
                onClick={() => {
                  onChoose(product)
                  setText('')
                }}
              >
                {icon}
                <span className="min-w-0 flex-1 truncate">{product.name}</span>
                <span className="text-muted">{product.sku}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useFound(text: string, categoryId = ''): StaffProductPage['data'] {
  const q = useDeferredValue(text.trim())
  const { data } = useQuery({
    queryKey: ['products', categoryId, q],
    queryFn: () => {
      const asked = new URLSearchParams({ page_size: '6', q, ...(categoryId && { category: categoryId }) })
      return sendJson<StaffProductPage>('GET', `/api/v1/admin/products?${asked}`)
    },
    enabled: q.length >= SHORTEST,
    staleTime: 10_000,
  })
  return q.length >= SHORTEST ? (data?.data ?? []) : []
}
