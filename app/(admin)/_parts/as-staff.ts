import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { Ctx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { staffCtx } from './staff-ctx'

/**
 * What a page of the dashboard shows, read as whoever asks. The domain function decides about permissions: a guest is led to the sign-in
 * page and comes back to `path`; who may not see it finds no page, as if there were none; an address that makes no sense is `path` as it
 * begins.
 */
export async function asStaff<T>(path: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  const ctx = await staffCtx()
  try {
    requireCan(ctx, 'dashboard.use')
    return await read(ctx)
  } catch (error) {
    if (!isDomainError(error)) throw error
    if (error.code === 'unauthenticated') redirect(`/sign-in?next=${encodeURIComponent(path)}` as Route)
    if (error.code === 'forbidden' || error.code === 'not_found') notFound()
    // An address that was tampered with, or a cursor of yesterday: the page without it.
    if (error.code === 'invalid_input') redirect(path as Route)
    throw error
  }
}
