import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/(admin)/_parts/page-head'

export function ShippingPanel({ weightGrams, error }: { weightGrams: number; error?: string }) {
  return (
    <Panel id="shipping-title" title="Shipping">
      <TextField
        id="weight_grams"
        name="weight_grams"
        label="Weight in grams"
        hint="One unit with its wrapping. It counts where shipping goes by weight."
        inputMode="numeric"
        defaultValue={weightGrams}
        error={error}
      />
    </Panel>
  )
}
