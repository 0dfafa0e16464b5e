'use server'

import { z } from 'zod'
import { acceptChanges } from '@/lib/cart/accept-changes'
import { addItem } from '@/lib/cart/add-item'
import { changeItem } from '@/lib/cart/change-item'
import { removeItem } from '@/lib/cart/remove-item'
import { AddItem, ChangeItem, NoInput, RemoveItem } from '@/lib/cart/schemas'
import { action } from '@/lib/web/action'

