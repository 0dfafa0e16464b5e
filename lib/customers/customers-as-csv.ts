import { stringify } from 'csv-stringify/sync'
import type { Ctx } from '@/lib/core/context'
import { inMajorUnits } from '@/lib/core/format-money'
import { requireCan } from '@/lib/platform/auth/can'
import { eachCustomer } from './search-customers'
import type { CustomerFilters, CustomerSort, CustomerSummary } from './staff-schemas'

/** The list of people as a spreadsheet reads it. Cells that a spreadsheet would run as a formula are made harmless. @throws forbidden */
export function customersAsCsv(ctx: Ctx, { sort, ...filters }: CustomerFilters & { sort: CustomerSort }): AsyncIterable<string> {
  requireCan(ctx, 'customers.read')
  return lines(ctx, filters, sort)
}

const columns = ['name', 'email', 'confirmed', 'joined_at', 'role', 'banned', 'orders', 'spent', 'currency']

async function* lines(ctx: Ctx, filters: CustomerFilters, sort: CustomerSort): AsyncIterable<string> {
  yield stringify([columns])
  for await (const people of eachCustomer(ctx, filters, sort)) yield stringify(people.map(lineOf), { escape_formulas: true })
}

const lineOf = ({ name, email, is_email_verified, created_at, role, is_banned, orders, spent }: CustomerSummary) => [
  name,
  email,
  is_email_verified ? 'yes' : 'no',
  created_at,
  role,
  is_banned ? 'yes' : 'no',
  String(orders),
  inMajorUnits(spent),
  spent.currency,
]
