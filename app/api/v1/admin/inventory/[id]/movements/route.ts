import { listMovements } from '@/lib/inventory/list-movements'
import { ListMovements, MovementPage } from '@/lib/inventory/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/inventory/{id}/movements', {
  summary: 'The ledger of a variant: who moved how many units when and why, newest first',
  input: ListMovements,
  output: MovementPage,
  run: listMovements,
  isPersonal: true,
})
