'use client'

import type { ReactNode } from 'react'
import { BulkForm } from '@/app/(admin)/_parts/bulk-form'
import { BulkEdit } from './bulk-edit-dialog'

type Props = {
  children: ReactNode
  total: number
  isTotalExact: boolean
  query: string
  categories: [id: string, name: string][]
  currency: string
  mayMoveStock: boolean
}

/** Around the list: change many products at once. */
export function ChangeSelected({ children, total, isTotalExact, query, ...more }: Props) {
  return (
    <BulkForm
      noun={['product', 'products']}
      total={total}
      query={query}
      isTotalExact={isTotalExact}
      actions={[]}
      further={(selection) => <BulkEdit selection={selection} {...more} />}
    >
      {children}
    </BulkForm>
  )
}
