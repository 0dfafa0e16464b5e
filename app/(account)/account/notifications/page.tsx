import type { Metadata } from 'next'
import { BellIcon } from '@/app/_ui/icons'
import { EmptyState } from '@/app/(account)/_parts/empty-state'
import { PageHead, Panel } from '@/app/(account)/_parts/page-head'
import { Pager } from '@/app/(account)/_parts/pager'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { getSettings } from '@/lib/catalog/cached'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { listPreferences } from '@/lib/notifications/preferences'
import { ListNotifications } from '@/lib/notifications/schemas'
import { parseInput } from '@/lib/web/input'
import { MarkAllRead } from './mark-all-read'
import { NotificationList } from './notification-list'
import { PreferencesForm } from './preferences-form'

export const instant = false

export const metadata: Metadata = { title: 'Notifications' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NotificationsPage({ searchParams }: Props) {
  const { cursor } = await searchParams
  const { page, preferences } = await signedIn('/account/notifications', async (ctx) => {
    const query = parseInput(ListNotifications, { cursor })
    const [list, choices] = await Promise.all([listNotifications(ctx, query), listPreferences(ctx)])
    return { page: list, preferences: choices.data }
  })
  const { locale, timeZone } = await getSettings()
  const pageOf = (text: string | null) => (text ? `/account/notifications?cursor=${text}` : null)
  return (
    <>
      <PageHead title="Notifications" action={page.unread > 0 && <MarkAllRead />}>
        What happened to your orders, your reviews and your account.
      </PageHead>
      {page.data.length === 0 ? (
        <EmptyState icon={<BellIcon />} title="All quiet">
          When an order is on its way, something you wait for is back, or a review of yours appears, you read it here.
        </EmptyState>
      ) : (
        <NotificationList notifications={page.data} locale={locale} timeZone={timeZone} />
      )}
      <Pager label="Pages of notifications" newer={pageOf(page.prev_cursor)} older={pageOf(page.next_cursor)} />
      <div className="mt-10">
        <Panel id="choices" title="What to tell you, and where">
          <PreferencesForm preferences={preferences} />
        </Panel>
      </div>
    </>
  )
}
