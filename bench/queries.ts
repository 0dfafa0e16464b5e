/** The fixed list of searches: common words, rare ones, typos, SKUs and what finds nothing. Words occur in the synthetic catalogue. */
export const searchQueries = [
  ...['shirt', 'cotton', 'wooden', 'lamp', 'soft', 'blue', 'handmade', 'steel', 'bag', 'chair', 'small', 'fresh', 'table', 'shoes', 'fantastic'],
  ...[
    'ergonomic keyboard',
    'gorgeous bronze hat',
    'rustic wooden bowl',
    'licensed silk gloves',
    '"granite car"',
    'recycled marble soap',
    'elegant -cotton',
    'ceramic or bamboo',
  ],
  ...[
    'sleek rubber towels',
    'intelligent aluminum pizza',
    'luxurious plastic mouse',
    'unbranded concrete pants',
    'bespoke gold computer',
    'modern metal ball',
  ],
  ...['shrit', 'woden chiar', 'keybord', 'cermic bowl', 'alumnium', 'tabel', 'handmad', 'computr'],
  ...['SYN-00', 'SYN-000123', 'SYN-0042', 'SYN-009999', 'syn-000777'],
  ...['zebrafish', 'qqqqqq', 'воздух', '🚲', 'xylophone quantum'],
  ...['lam', 'ste', 'kit'],
]
