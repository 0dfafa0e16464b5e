'use client'

import type { ReactNode } from 'react'
import { BulkForm } from '@/app/(admin)/_parts/bulk-form'
import { BulkEdit } from './bulk-edit-dialog'

type Props = {
  children: ReactNode
  total: number | null
  query: string
  limit: number
  categories: [id: string, name: string][]
  currency: string
  mayMoveStock: boolean
}

/** Around the list: change many products at once. */
export function ChangeSelected({ children, total, query, limit, ...more }: Props) {
  return (
    <BulkForm
      noun={['product', 'products']}
      total={total}
      query={query}
      limit={limit}
      actions={[]}
      further={(selection) => <BulkEdit selection={selection} {...more} />}
    >
      {children}
    </BulkForm>
  )
}
