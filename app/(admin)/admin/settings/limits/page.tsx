import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import type { PolicyName } from '@/lib/platform/rate-limit/policies'
import { type Limit, readLimits } from '@/lib/settings/read-shop-settings'
import { duration } from './duration'

export const instant = false

export const metadata: Metadata = { title: 'Rate limits' }

const what: Record<PolicyName, string> = {
  shop: 'Everything that one address asks for',
  anonymous: 'Programs that do not say who they are, by address',
  signed_in: 'Programs with an account, by account',
  writes: 'What a person changes on the pages',
  checkout: 'Placing orders',
  payments: 'Paying',
  coupons: 'Trying coupon codes',
  keys: 'Making and changing keys of the API',
}

const columns: Column<Limit>[] = [
  { name: 'What', cell: ({ name }) => what[name as PolicyName] },
  {
    name: 'At most',
    cell: ({ windows }) => windows.map(({ limit, seconds }) => `${limit.toLocaleString('en-US')} in ${duration(seconds)}`).join(', '),
  },
  {
    name: 'Variable',
    from: 'sm',
    cell: ({ variable, isChanged }) => (
      <>
        <code className="text-sm">{variable}</code> <span className="text-muted text-sm">{isChanged ? 'set' : 'as delivered'}</span>
      </>
    ),
  },
]

/** How often anybody may ask for something. */
export default async function LimitsPage() {
  const { areOn, limits, block, signIn } = await asStaff('/admin/settings/limits', async (ctx) => readLimits(ctx))
  const [refusals] = block.windows
  return (
    <Page narrow>
      <PageHead title="Rate limits" crumbs={[['Settings', '/admin/settings']]}>
        Who asks more often waits; no person comes near them. The limits are asked before the database is, so they stand in the environment of the
        server: a change there holds from the next start.
      </PageHead>
      <div className="grid gap-4">
        {areOn !== 'on' && (
          <p className="text-muted">
            {areOn === 'off' ? 'They are switched off by ' : 'On this machine itself nobody is limited, unless it is asked for with '}
            <code>RATE_LIMITS</code>.
          </p>
        )}
        <Panel id="limits" title="Limits" flush>
          <DataTable label="Rate limits" columns={columns} rows={limits} idOf={({ name }) => name} />
        </Panel>
        <Panel id="block" title="When somebody does not stop">
          <ul className="grid list-disc gap-2 pl-5">
            {refusals && (
              <li>
                {refusals.limit} refusals in {duration(refusals.seconds)} block an address for {duration(block.seconds)} (
                <code>{block.variable}</code>, <code>RATE_LIMIT_BLOCK_SECONDS</code>). Who is signed in there is let in.
              </li>
            )}
            <li>
              {signIn.attempts} wrong passwords in {duration(signIn.seconds)} close the sign-in for that account and address until they are over (
              <code>SIGN_IN_MAX_ATTEMPTS</code>, <code>SIGN_IN_LOCKOUT_SECONDS</code>).
            </li>
          </ul>
        </Panel>
      </div>
    </Page>
  )
}
