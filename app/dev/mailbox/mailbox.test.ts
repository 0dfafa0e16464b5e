import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { transaction } from '@/db/transaction'
import { sendEmail } from '@/lib/platform/email/send-email'

const shop = vi.hoisted(() => ({ mode: 'local' }))
vi.mock('next/server', () => ({ connection: async () => {} }))
vi.mock('@/lib/catalog/cached', () => ({
  getSettings: async () => ({
    shopName: 'Highstreet',
    locale: 'en-US',
    timeZone: 'UTC',
    supportEmail: 'hello@shop.test',
    mailReplyTo: 'desk@shop.test',
  }),
}))
vi.mock('@/lib/platform/env', async (original) => ({
  ...(await original<typeof import('@/lib/platform/env')>()),
  get mode() {
    return shop.mode
  },
}))

type Page = (props: { params: Promise<{ id: string; kind: string }>; searchParams: Promise<Record<string, string>> }) => Promise<unknown>

const pages = readdirSync('app/dev', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)page\.tsx$/.test(file))

async function open(file: string, id = ''): Promise<unknown> {
  const { default: page } = (await import(/* @vite-ignore */ path.resolve('app/dev', file))) as { default: Page }
  return page({ params: Promise.resolve({ id, kind: 'welcome' }), searchParams: Promise.resolve({}) })
}

const drawn = async (page: unknown): Promise<string> => new Response((await prerender(page as ReactNode)).prelude).text()

async function messages(query: string): Promise<Response> {
  const { GET } = await import('./messages/route')
  return GET(new Request(`http://localhost:3000/dev/mailbox/messages${query}`))
}

beforeEach(async () => {
  await transaction(async (tx) => {
    await sendEmail(tx, 'reset_password', 'Ada@example.com', { reset_path: '/reset-password?token=1' }, 'reset:1')
    await sendEmail(tx, 'welcome', 'bob@example.com', { account_path: '/account' }, 'welcome:1')
  })
})

afterEach(async () => {
  shop.mode = 'local'
  await database().delete(emails)
})

test('in a deployed shop no page under /dev exists, and no message can be read', async () => {
  const [mail] = await database().select().from(emails)
  shop.mode = 'deployed'
  expect(pages.length).toBeGreaterThan(3)
  for (const file of pages) await expect(open(file, mail?.id), file).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  const response = await messages('')
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('token')
})

test('in a local shop every page under /dev opens', async () => {
  const [mail] = await database().select().from(emails)
  for (const file of pages) expect([file, Boolean(await open(file, mail?.id))]).toEqual([file, true])
})

test('a mail says whom it is from and where answers go', async () => {
  const [mail] = await database().select().from(emails)
  const { messages: found } = await (await messages('')).json()
  expect(found[0]).toMatchObject({ from: 'Highstreet <hello@shop.test>', reply_to: 'Highstreet <desk@shop.test>' })
  const shown = await drawn(await open('mailbox/[id]/page.tsx', mail?.id))
  expect(shown).toContain('<dt class="text-muted">From</dt><dd class="break-all">Highstreet &lt;hello@shop.test&gt;</dd>')
  expect(shown).toContain('<dt class="text-muted">Reply-To</dt><dd class="break-all">Highstreet &lt;desk@shop.test&gt;</dd>')
})

test('a mail that is not there is a 404', async () => {
  for (const id of ['0197f3a0-0000-7000-8000-000000000000', 'nothing']) {
    await expect(open('mailbox/[id]/page.tsx', id)).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  }
})

test('a test finds the mails to an address, however it is spelled, and their links, before anything is delivered', async () => {
  const { messages: found } = await (await messages('?to=ada@EXAMPLE.com')).json()
  expect(found).toMatchObject([{ kind: 'reset_password', to: 'Ada@example.com', status: 'queued', key: 'reset:1' }])
  expect(found[0].links[0]).toMatch(/^http:\/\/localhost:\d+\/reset-password\?token=1$/)
  expect((await (await messages('')).json()).messages).toHaveLength(2)
  expect((await (await messages('?to=%00')).json()).messages).toEqual([])
})
