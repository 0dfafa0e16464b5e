import { button } from '@/app/_ui/button'

type Props = { label: string; newer: string | null; older: string | null }

/** The ways on in a list that is read by cursor; absent when there is only one page. */
export function Pager({ label, newer, older }: Props) {
  if (!newer && !older) return null
  return (
    <nav aria-label={label} className="mt-8 flex justify-between gap-4">
      {newer ? (
        <a href={newer} rel="prev" className={button({ look: 'quiet' })}>
          Newer
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a href={older} rel="next" className={button({ look: 'quiet' })}>
          Older
        </a>
      )}
    </nav>
  )
}
