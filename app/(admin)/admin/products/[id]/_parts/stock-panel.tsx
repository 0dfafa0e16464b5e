import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/(admin)/_parts/page-head'

type Props = { isCounted: boolean; onCounted: (isCounted: boolean) => void; threshold: number; error?: string }

export function StockPanel({ isCounted, onCounted, threshold, error }: Props) {
  return (
    <Panel id="stock-title" title="Stock">
      <div className="grid gap-3">
        <label className="flex min-h-8 items-center gap-3 text-sm">
          <input type="checkbox" name="track_inventory" checked={isCounted} onChange={(event) => onCounted(event.target.checked)} className="check" />
          Count its units
        </label>
        <TextField
          id="low_stock_threshold"
          name="low_stock_threshold"
          label="Low from"
          hint="With so many units left, staff are told."
          inputMode="numeric"
          defaultValue={threshold}
          error={error}
        />
      </div>
    </Panel>
  )
}
