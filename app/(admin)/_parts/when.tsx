import { getSettings } from '@/lib/catalog/cached'

type Props = { at: string; style?: 'short' | 'long' | 'day' }

const styles = {
  short: { dateStyle: 'medium', timeStyle: 'short' },
  long: { dateStyle: 'full', timeStyle: 'short' },
  day: { dateStyle: 'medium' },
} as const

/** A time in the shop's language and time zone, as the merchant's clock says it. */
export async function When({ at, style = 'short' }: Props) {
  const { locale, timeZone } = await getSettings()
  const text = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone }).format(new Date(at))
  return <time dateTime={at}>{text}</time>
}
