import { expect, test } from 'vitest'
import { newId, type SubscriptionId } from '@/lib/core/ids'
import { unsubscribePath } from '@/lib/subscriptions/link-tokens'
import { GET, POST } from './route'

const link = `http://localhost:3000/api${unsubscribePath(newId<SubscriptionId>())}`

test('a mail program ends it with the link alone, a browser is led to a page, and opening the link changes nothing', async () => {
  const program = await POST(new Request(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }))
  expect([program.status, await program.json()]).toEqual([200, { unsubscribed: true }])
  const browser = await POST(new Request(link, { method: 'POST', headers: { accept: 'text/html,*/*' } }))
  expect([browser.status, browser.headers.get('location')]).toEqual([303, '/unsubscribe?done=1'])
  const opened = GET(new Request(link))
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/unsubscribe${new URL(link).search}`])
})

test('a link that is not ours is a problem document', async () => {
  const refused = await POST(new Request('http://localhost:3000/api/unsubscribe?t=made.up', { method: 'POST' }))
  expect([refused.status, refused.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
})
