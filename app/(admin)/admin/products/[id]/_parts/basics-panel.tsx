import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { RichTextField } from '@/app/(admin)/_parts/rich-text-field'
import type { TypedPanel } from './product-typed'
import { amountText } from './variant-rows'

type Props = TypedPanel & { comparePriceMinor: number | null; currency: string }

export function BasicsPanel({ typed, set, errors, comparePriceMinor, currency }: Props) {
  return (
    <Panel id="basics-title" title="What it is">
      <div className="grid gap-4">
        <TextField
          id="name"
          name="name"
          label="Name"
          value={typed.name}
          onChange={(event) => set({ name: event.target.value })}
          error={errors.name}
          maxLength={300}
          autoComplete="off"
        />
        <RichTextField
          id="description"
          label="Description"
          value={typed.description}
          onChange={(description) => set({ description })}
          error={errors.description}
          maxLength={20_000}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            id="price_minor"
            name="price_minor"
            label={`Price, ${currency}`}
            inputMode="decimal"
            value={typed.price}
            onChange={(event) => set({ price: event.target.value })}
            error={errors.price_minor}
            autoComplete="off"
          />
          <TextField
            id="compare_price_minor"
            name="compare_price_minor"
            label="Former price"
            inputMode="decimal"
            defaultValue={amountText(comparePriceMinor, currency)}
            error={errors.compare_price_minor}
            autoComplete="off"
          />
          <TextField
            id="sku"
            name="sku"
            label="SKU"
            value={typed.sku}
            onChange={(event) => set({ sku: event.target.value })}
            error={errors.sku}
            maxLength={100}
            autoComplete="off"
          />
        </div>
      </div>
    </Panel>
  )
}
