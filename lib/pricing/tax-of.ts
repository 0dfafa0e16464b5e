import type { CategoryId } from '@/lib/core/ids'
import type { ShopSettings, TaxRate } from '@/lib/settings/read-settings'

export type Tax = { name: string; ratePpm: number }

type Taxes = Pick<ShopSettings, 'taxName' | 'taxRatePpm' | 'taxRates'>

/**
 * What a product is taxed at where it goes to, by its primary category. A rate of the country comes before one for everywhere, the nearest
 * category before those above it and those before none; where nothing fits, the shop's own rate holds.
 */
export function taxOf({ taxName, taxRatePpm, taxRates }: Taxes, country: string, categoryId: CategoryId): Tax {
  const fitting = taxRates.filter((rate) => (rate.country ?? country) === country && (rate.categoryIds?.includes(categoryId) ?? true))
  const [first] = fitting.sort((a, b) => Number(a.country === null) - Number(b.country === null) || breadth(a) - breadth(b))
  return first ? { name: first.name, ratePpm: first.ratePpm } : { name: taxName, ratePpm: taxRatePpm }
}

/** Categories that hold the same product lie within each other, so the nearest holds the fewest. */
const breadth = ({ categoryIds }: TaxRate): number => categoryIds?.length ?? Number.POSITIVE_INFINITY
