'use client'

import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { ProductId } from '@/lib/core/ids'
import type { View } from '@/lib/view/schemas'
import { keys } from './keys'
import { currentScreen, onScreenChange, type Screen, serverScreen } from './products-on-screen'

export type ViewProduct = View['products'][number]

/** What is personal or newer than the page: cart count and subtotal, and prices and exact stock of the products on screen. Never sends a request. */
export function useView(): View | undefined {
  const screen = useScreen()
  const { data } = useQuery<View>({ ...viewQuery(screen), enabled: false, placeholderData: keepPreviousData })
  return isServerDrawing(screen) ? undefined : data
}

export function useViewProduct(id: string): ViewProduct | undefined {
  return useView()?.products.find((product) => product.id === id)
}

/** Whether a product of the screen is on the wishlist; null while that is not known and when nobody is signed in. */
export function useWished(id: ProductId): boolean | null {
  const select = useCallback((view: View) => (view.user ? view.wishlist.includes(id) : null), [id])
  const screen = useScreen()
  const { data } = useQuery<View, Error, boolean | null>({ ...viewQuery(screen), enabled: false, placeholderData: keepPreviousData, select })
  return isServerDrawing(screen) ? null : (data ?? null)
}

/** Paints a heart everywhere, without asking. */
export function showWish(client: QueryClient, id: ProductId, isWished: boolean): void {
  client.setQueriesData<View>({ queryKey: keys.views }, (view) => {
    if (!view) return view
    const others = view.wishlist.filter((other) => other !== id)
    return { ...view, wishlist: isWished ? [...others, id] : others }
  })
}

/**
 * Sends the one personal read of a page view. It stands once in each layout, after the page, so that the page's products are known when
 * it starts. Nobody without a cart or account costs a request, except on product pages and after a navigation inside the shop, which
 * may show what was fetched long before the click.
 */
export function useReadView(): void {
  const screen = useScreen()
  const { data } = useQuery<View>({ ...viewQuery(screen), enabled: false })
  const client = useQueryClient()
  const router = useRouter()
  const refreshed = useRef(new Set<string>())

  useEffect(() => {
    // A product's page may add its products a moment after the layout; the timer joins both into one read.
    const timer = setTimeout(() => {
      // Looked at on every page, also on those that ask anyway: Back to the first one is a move.
      const isLaterPage = hasMoved()
      if (screen.isDetail || hasMarker() || (isLaterPage && screen.products.length > 0)) void client.prefetchQuery(viewQuery(screen))
    }, 0)
    return () => clearTimeout(timer)
  }, [client, screen])

  useEffect(() => {
    const versions = new Map(data?.products.map(({ id, version }) => [id, version]))
    const stale = screen.products.filter(({ id, version }) => (versions.get(id) ?? 0) > version)
    const unseen = stale.map(({ id }) => `${id}@${versions.get(id)}`).filter((key) => !refreshed.current.has(key))
    if (unseen.length === 0) return
    for (const key of unseen) refreshed.current.add(key)
    router.refresh()
  }, [data, screen, router])
}

/** Whether there may be a cart or an account; null as long as the page is as the server drew it. */
export const useHasMarker = (): boolean | null => useSyncExternalStore(never, hasMarker, unknown)
const never = () => () => {}
const unknown = () => null

/** After a change of the cart: shows the new count everywhere, without asking. */
export function showCartCount(client: QueryClient, cart: NonNullable<View['cart']>): void {
  client.setQueryData<View>(viewQuery(currentScreen()).queryKey, (view) => ({ user: null, wishlist: [], products: [], ...view, cart }))
}

/** Asks again, for example after an order was placed or an item was refused. What was asked before that is not waited for. */
export async function readViewAgain(client: QueryClient): Promise<void> {
  await giveUpReading(client)
  await client.prefetchQuery(viewQuery(currentScreen()))
}

/** An answer on its way does not know yet what is changed now, and would paint over it. */
export const giveUpReading = (client: QueryClient): Promise<void> => client.cancelQueries({ queryKey: keys.views })

/** A part that React takes over after the view's answer came has to begin as the server drew it, or React draws it anew with a fault. */
const isServerDrawing = (screen: Screen) => screen === serverScreen()

function useScreen(): Screen {
  return useSyncExternalStore(onScreenChange, currentScreen, serverScreen)
}

/** Never fresh enough to be taken again: whoever arrives at a page, also by Back, is told what it costs now. */
function viewQuery({ products }: Screen) {
  const ids = products.map(({ id }) => id).join(',')
  return { queryKey: keys.view(ids), queryFn: ({ signal }: { signal: AbortSignal }) => fetchView(ids, signal), staleTime: 0 }
}

async function fetchView(ids: string, signal: AbortSignal): Promise<View> {
  const response = await fetch(`/api/v1/view${ids ? `?products=${ids}` : ''}`, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`the view answered ${response.status}`)
  return (await response.json()) as View
}

/** The readable cookie says that there is a cart or an account; the httpOnly ones cannot be seen here. */
const hasMarker = () => document.cookie.split('; ').some((part) => part.startsWith('hs='))

const address = () => location.pathname + location.search
/** Where the document was loaded, and whether it has shown another page since: the first one is fresh by itself, also as the server sent it. */
const landedOn = typeof location === 'undefined' ? '' : address()
let isElsewhere = false
function hasMoved(): boolean {
  isElsewhere ||= address() !== landedOn
  return isElsewhere
}
