import { listInventory } from '@/lib/inventory/list-inventory'
import { InventoryPage, ListInventory } from '@/lib/inventory/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/inventory', {
  summary: 'What is on hand, reserved and available of each tracked variant, for staff',
  input: ListInventory,
  output: InventoryPage,
  run: listInventory,
  isPersonal: true,
})
