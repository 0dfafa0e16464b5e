import { describe, expect, it } from 'vitest'
import { filtersOf, readListQuery, writeListQuery } from './list-query'

describe('the address of a list', () => {
  it('says what is filtered, and is written again as it was read', () => {
    const query = readListQuery({ q: ' lamp ', price: '10-25', stock: '1', rating: '4', f: ['Colour:Red', 'Size:L'], sort: '-price' })
    expect(writeListQuery(query)).toBe('q=lamp&price=10-25&stock=1&rating=4&f=Colour%3ARed&f=Size%3AL&sort=-price')
  })

  it('speaks major units, the domain minor ones', () => {
    const query = readListQuery({ price: '10.5-25' })
    expect(filtersOf(query, 2)).toMatchObject({ price_min: 1050, price_max: 2500 })
    expect(filtersOf(query, 0)).toMatchObject({ price_min: 11, price_max: 25 })
  })

  it('may leave one end of the price open', () => {
    expect(readListQuery({ price: '-25' }).price).toEqual({ min: null, max: 25 })
    expect(readListQuery({ price: '100-' }).price).toEqual({ min: 100, max: null })
  })

  it('leaves out what makes no sense', () => {
    const query = readListQuery({ price: 'cheap', rating: '9', sort: 'drop table', f: ['Colour', ':Red', 'a=b:c'], stock: 'yes', q: '\u0000' })
    expect(writeListQuery(query)).toBe('')
  })

  it('starts at the first page again when a filter changes', () => {
    const query = readListQuery({ cursor: 'abc', rating: '4' })
    expect(writeListQuery(query, { rating: null })).toBe('')
  })
})
