/** The pages on which carriers show where a parcel is, by how staff write their names. */
const pages: [RegExp, string][] = [
  [/^ups\b/i, 'https://www.ups.com/track?tracknum='],
  [/^usps\b/i, 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
  [/^fedex\b/i, 'https://www.fedex.com/fedextrack/?trknbr='],
  [/^dhl\b/i, 'https://www.dhl.com/global-en/home/tracking.html?tracking-id='],
  [/^royal mail\b/i, 'https://www.royalmail.com/track-your-item#/tracking-results/'],
]

/** Where a parcel's way can be followed; null without a number, and for carriers we do not know. */
export function trackingPage(carrier: string, number: string): string | null {
  const page = pages.find(([name]) => name.test(carrier.trim()))?.[1]
  return page && number ? page + encodeURIComponent(number.replaceAll(' ', '')) : null
}
