import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { Ctx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { pageCtx } from '@/lib/web/page-context'

/**
 * What a page of an account shows, read as whoever asks. The domain function decides: a guest is led to the sign-in page and comes back
 * to `path`, what is not theirs is a page that does not exist, and an address that makes no sense is `path` as it begins.
 */
export async function signedIn<T>(path: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  const ctx = await pageCtx()
  try {
    return await read(ctx)
  } catch (error) {
    if (isDomainError(error) && error.code === 'unauthenticated') redirect(`/sign-in?next=${encodeURIComponent(path)}` as Route)
    if (isDomainError(error) && error.code === 'not_found') notFound()
    // An address that was tampered with, or a cursor of yesterday: the page without it.
    if (isDomainError(error) && error.code === 'invalid_input') redirect(path as Route)
    throw error
  }
}
