import { requireCountry } from '@/lib/checkout/countries'
import { Country, CountryRef } from '@/lib/checkout/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/countries/{code}', {
  summary: 'How an address is written in a country',
  input: CountryRef,
  output: Country,
  run: async (_ctx, { code }) => requireCountry(code),
  publicSeconds: 86_400,
  // They change with a new version of the shop only.
  tags: () => [],
})
