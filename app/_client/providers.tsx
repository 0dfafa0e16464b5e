'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type ShopContext, ShopProvider } from './shop-context'

/** Around every page of the shop and of the checkout: the browser's own state and the shop's settings. */
export function Providers({ children, ...shop }: ShopContext & { children: ReactNode }) {
  const [client] = useState(makeClient)
  return (
    <ShopProvider {...shop}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ShopProvider>
  )
}

const makeClient = () =>
  new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, gcTime: 5 * 60_000, retry: 1, refetchOnWindowFocus: false } } })
