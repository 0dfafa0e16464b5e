import type { Route } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { getMovedCategory, getMovedProduct } from '@/lib/catalog/cached'

/** For a slug at which there is nothing: to where its product or category is now, or the page for what is not found. Never returns. */
export async function leadOn(kind: 'p' | 'c', slug: string, rest = ''): Promise<never> {
  const moved = await (kind === 'p' ? getMovedProduct(slug) : getMovedCategory(slug))
  if (moved) permanentRedirect(`/${kind}/${moved}${rest}` as Route)
  notFound()
}

/** A page's query as it was sent, with its question mark. */
export function queryOf(params: Record<string, string | string[] | undefined>): string {
  const query = new URLSearchParams(Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]))).toString()
  return query && `?${query}`
}
