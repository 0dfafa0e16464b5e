'use server'

import { z } from 'zod'
import { AddCategory, ChangeCategory } from '@/lib/catalog/category-schemas'
import { saveCategory } from '@/lib/catalog/save-category'
import { action } from '@/lib/web/action'
import { categoryFields } from './category-fields'

export const addCategoryAction = action(z.preprocess(categoryFields, AddCategory), saveCategory, {
  redirectTo: ({ category_id }) => `/admin/categories/${category_id}`,
})

export const changeCategoryAction = action(z.preprocess(categoryFields, ChangeCategory), (ctx, { id, ...changes }) =>
  saveCategory(ctx, { ...changes, category_id: id }),
)
