import { NoInput } from '@/lib/cart/schemas'
import { listCountries } from '@/lib/checkout/countries'
import { CountryList } from '@/lib/checkout/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/countries', {
  summary: 'Countries by name',
  input: NoInput,
  output: CountryList,
  run: async () => ({ data: listCountries() }),
  publicSeconds: 86_400,
  // They change with a new version of the shop only.
  tags: () => [],
})
