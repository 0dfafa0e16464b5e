import { headers } from 'next/headers'
import { cache } from 'react'
import { viewsAlong } from '@/lib/staff/read-views'
import { type ViewArea, viewAreaAt } from '@/lib/staff/view-areas'
import { PAGE_ADDRESS_HEADER } from '@/lib/web/page-address'
import { readPageCtx } from '@/lib/web/page-context'

/** Who looks at a page of the dashboard; on a list together with how they like to see it. One statement for all of the page. */
export const staffCtx = cache(async () => {
  const { area } = await pageAddress()
  return readPageCtx(area ? viewsAlong(area) : undefined)
})

/** The address of the page as the browser asked for it, and the list at it that keeps views. */
export async function pageAddress(): Promise<{ area: ViewArea | null; search: URLSearchParams }> {
  const { pathname, searchParams } = new URL((await headers()).get(PAGE_ADDRESS_HEADER) ?? '/', 'https://page.invalid')
  return { area: viewAreaAt(pathname), search: searchParams }
}
