import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { duration } from '@/lib/core/duration'
import { can } from '@/lib/platform/auth/can'
import { limitTitles } from '@/lib/settings/limit-settings'
import { readLimits } from '@/lib/settings/read-limits'
import type { LimitSettings } from '@/lib/settings/schemas'
import { LimitsEditor } from './limits-editor'

export const instant = false

export const metadata: Metadata = { title: 'Rate limits' }

type LimitName = LimitSettings['limits'][number]['name']

const about: Record<LimitName, string> = {
  shop: 'All that one address asks for, pages and their parts. People who share an address share it, so it stays wide.',
  anonymous: 'What programs ask the API for without saying who they are, by address.',
  signed_in: 'What programs ask the API for with somebody’s session, by account.',
  writes: 'What a person changes: carts, reviews, the sign-in, work in here. By account, or by address for guests.',
  checkout: 'An order holds stock for half an hour. By account, or by address for guests.',
  payments: 'Where stolen cards are tried. By account, or by address for guests.',
  coupons: 'Where codes are guessed. By account, or by address for guests.',
}

/** How often anybody may ask for something. */
export default async function LimitsPage() {
  const { settings, mayChange } = await asStaff('/admin/settings/limits', async (ctx) => ({
    settings: await readLimits(ctx),
    mayChange: can(ctx.actor, 'settings.write'),
  }))
  const { version, are_on, limits, block, sign_in } = settings
  return (
    <Page narrow>
      <PageHead title="Rate limits" crumbs={[['Settings', '/admin/settings']]}>
        Who asks more often is told to wait. Where a limit has several lines, all of them hold at once. A change holds within a second, everywhere.
      </PageHead>
      <div className="grid gap-4">
        {are_on !== 'on' && (
          <Notice className="text-sm">
            {are_on === 'off'
              ? 'Nobody is limited at the moment: RATE_LIMITS in the environment of the server is off.'
              : 'On this machine itself nobody is limited, unless the shop is started with RATE_LIMITS=on.'}
          </Notice>
        )}
        <LimitsEditor
          key={version}
          version={version}
          mayChange={mayChange}
          limits={limits.map((limit) => ({ ...limit, title: limitTitles[limit.name], about: about[limit.name] }))}
        />
        <Panel id="block" title="When somebody does not stop">
          <ul className="grid list-disc gap-2 pl-5">
            <li>
              {block.refusals} refusals in {duration(block.in_seconds)} block an address for {duration(block.seconds)} (
              <code>RATE_LIMIT_VIOLATIONS</code>, <code>RATE_LIMIT_BLOCK_SECONDS</code>). Who signs in there is let in.
            </li>
            <li>
              {sign_in.attempts} wrong passwords in {duration(sign_in.seconds)} close the sign-in for that account and address until they are over (
              <code>SIGN_IN_MAX_ATTEMPTS</code>, <code>SIGN_IN_LOCKOUT_SECONDS</code>).
            </li>
          </ul>
        </Panel>
      </div>
    </Page>
  )
}
