'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { makeQueryClient } from './query-client'
import { type ShopContext, ShopProvider } from './shop-context'

/** Around every page of the shop and of the checkout: the browser's own state and the shop's settings. */
export function Providers({ children, ...shop }: ShopContext & { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <ShopProvider {...shop}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ShopProvider>
  )
}
