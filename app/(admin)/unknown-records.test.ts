import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { makeUser } from '@/db/testing/world'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { readSettings } from '@/lib/settings/read-settings'

const asking = vi.hoisted(() => ({ ctx: null as Ctx | null }))
vi.mock('@/app/(admin)/_parts/staff-ctx', () => ({ staffCtx: async () => asking.ctx }))
vi.mock('@/lib/catalog/cached', () => ({ getSettings: () => readSettings(database()), getAllCategories: async () => [] }))

type Page = (props: { params: Promise<Record<string, string | string[]>>; searchParams: Promise<Record<string, string>> }) => Promise<unknown>

const pages = readdirSync('app/(admin)', { recursive: true, encoding: 'utf8' }).filter((file) => /\]\/page\.tsx$/.test(file))

/** How the page of a record ends for an admin: Next tells it in the digest of what is thrown. */
async function endOf(file: string, named: string): Promise<string> {
  asking.ctx = { ...systemCtx('test'), actor: { kind: 'user', userId: await makeUser(), role: 'admin' } }
  const { default: page } = (await import(/* @vite-ignore */ path.resolve('app/(admin)', file))) as { default: Page }
  const params = { id: named, number: named, code: named, rest: [named] }
  const shown = page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) })
  return shown.then(
    () => 'shown',
    (error) => String(error.digest ?? error),
  )
}

test.each(pages)('%s answers 404 for what cannot be a record, and for one that there is not', async (file) => {
  const names = file.includes('/jobs/') ? ['zzz'] : ['zzz', newId()]
  for (const named of names) expect([named, await endOf(file, named)]).toEqual([named, 'NEXT_HTTP_ERROR_FALLBACK;404'])
})
