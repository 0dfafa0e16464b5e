import type { Metadata } from 'next'
import { ReceiptTextIcon } from '@/app/_ui/icons'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { Empty } from '@/app/(admin)/_parts/empty'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { listCountries } from '@/lib/checkout/countries'
import { countryName } from '@/lib/core/regions'
import { can } from '@/lib/platform/auth/can'
import { readTaxSettings } from '@/lib/settings/read-tax-settings'
import type { TaxSettings } from '@/lib/settings/schemas'
import { removeTaxRateAction } from '../actions'
import { TaxRateDialog, UsualTaxDialog } from './tax-dialogs'

export const instant = false

export const metadata: Metadata = { title: 'Tax' }

type Rate = TaxSettings['rates'][number]

/** What is taxed how, by country and category. */
export default async function TaxPage() {
  const { tax, mayChange } = await asStaff('/admin/settings/tax', async (ctx) => ({
    tax: await readTaxSettings(ctx),
    mayChange: can(ctx.actor, 'settings.write'),
  }))
  const { usual, rates, categories, home_country: homeCountry, open_carts: openCarts } = tax
  const choices = { countries: listCountries(), categories }
  return (
    <Page narrow>
      <PageHead title="Tax" crumbs={[['Settings', '/admin/settings']]}>
        Added to the prices of the shop. What goes to a country is taxed at that country’s rate for its category; where there is none, at the rate for
        everywhere; and else at the usual one.
      </PageHead>
      <div className="grid gap-4">
        <Panel id="usual" title="The usual tax" action={mayChange && <UsualTaxDialog usual={usual} />}>
          <p>
            {usual.name}, <strong>{percent(usual.rate_ppm)}</strong>, wherever no rate below fits. Carts are counted for {countryName(homeCountry)},
            your own country, until the shopper says where it goes.
          </p>
        </Panel>
        <Panel id="rates" title="Other rates" flush action={mayChange && rates.length > 0 && <TaxRateDialog {...choices} />}>
          {rates.length === 0 ? (
            <Empty icon={<ReceiptTextIcon />} title="Everything is taxed alike" action={mayChange && <TaxRateDialog {...choices} />}>
              Add a rate for a country you sell to, or for a category that is taxed less, such as books.
            </Empty>
          ) : (
            <DataTable label="Tax rates" columns={columnsOf(choices, mayChange)} rows={rates} idOf={({ id }) => id} />
          )}
        </Panel>
        <p className="text-muted text-sm">
          A change holds at once: {openCarts === 0 ? 'no cart is open now' : openCarts === 1 ? 'the one open cart is' : `${openCarts} open carts are`}
          {openCarts === 0 ? '.' : ' counted anew at the next look.'} Who is in the checkout at that moment is shown the new total and asked again.
          Placed orders keep the tax that they were placed with.
        </p>
      </div>
    </Page>
  )
}

const percent = (ratePpm: number) => `${ratePpm / 10_000}%`

function columnsOf(choices: Omit<Parameters<typeof TaxRateDialog>[0], 'rate'>, mayChange: boolean): Column<Rate>[] {
  const columns: Column<Rate>[] = [
    { name: 'Where', cell: ({ country }) => (country ? countryName(country) : 'Everywhere else') },
    { name: 'For', cell: ({ category }) => category ?? 'All products' },
    { name: 'Tax', cell: ({ name }) => name, from: 'sm' },
    { name: 'Rate', cell: ({ rate_ppm }) => <span className="tabular">{percent(rate_ppm)}</span>, align: 'end' },
  ]
  if (!mayChange) return columns
  const buttons = (rate: Rate) => (
    <span className="flex flex-wrap justify-end gap-2">
      <TaxRateDialog rate={rate} {...choices} />
      <ActionButton action={removeTaxRateAction} fields={{ id: rate.id, version: rate.version }} said="The rate is removed.">
        Remove
      </ActionButton>
    </span>
  )
  return [...columns, { name: 'Change or remove', isNameHidden: true, cell: buttons, align: 'end' }]
}
