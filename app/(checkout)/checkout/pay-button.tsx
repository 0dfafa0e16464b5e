import { Button } from '@/app/_ui/button'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import type { WayToPay } from './payment-section'

type Props = { total: string; way: WayToPay; isBusy: boolean; isDisabled: boolean }

/** The one button of the form, which says what it does and what it costs. */
export function PayButton({ total, way, isBusy, isDisabled }: Props) {
  return (
    <div className="grid gap-3">
      <dl className="flex items-baseline justify-between gap-4 border-line border-t pt-5 text-lg lg:hidden">
        <dt>Total</dt>
        <dd className="tabular font-semibold">{total}</dd>
      </dl>
      <Button type="submit" size="lg" wide aria-disabled={isBusy} disabled={isDisabled}>
        {isBusy && <LoaderCircleIcon className="size-5 animate-spin" />}
        {isBusy ? 'One moment …' : <Words total={total} way={way} />}
      </Button>
      <p role="status" className="text-center text-muted text-sm">
        {isBusy
          ? 'Placing your order. Please keep this page open.'
          : `${way === 'nothing' ? '' : 'You pay exactly this amount. '}You can cancel until the parcel leaves us.`}
      </p>
    </div>
  )
}

function Words({ total, way }: Pick<Props, 'total' | 'way'>) {
  if (way === 'nothing') return 'Place order'
  return (
    <>
      <span className="with-js">{way === 'test_card' ? `Pay ${total}` : `Place order, then pay ${total}`}</span>
      <span className="without-js">Place order, then pay {total}</span>
    </>
  )
}
