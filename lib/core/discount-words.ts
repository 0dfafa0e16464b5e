/** Why something costs less, for people: `10% off with code COMEBACK-7K3M9-QX2TD`. Undefined where nobody wrote it down. */
export function discountWords({ discount_code: code, discount_percent: percent }: Told): string | undefined {
  return code && percent ? `${percent}% off with code ${code}` : undefined
}

type Told = { discount_code?: string | null; discount_percent?: number | null }
