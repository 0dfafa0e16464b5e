'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** What every component of the shop needs to write numbers: the shop's own settings, the same for everybody. */
export type ShopContext = { locale: string; currency: string }

const Context = createContext<ShopContext>({ locale: 'en-US', currency: 'USD' })

export const useShop = (): ShopContext => useContext(Context)

export function ShopProvider({ locale, currency, children }: ShopContext & { children: ReactNode }) {
  return <Context value={{ locale, currency }}>{children}</Context>
}
