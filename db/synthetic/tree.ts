/** What a synthetic leaf category sells: nouns for names, the demo leaf whose pictures it borrows, the usual price in cents, its options. */
export type Leaf = { slug: string; name: string; nouns: string[]; pictures: string; price: number; sizes?: 'clothes' | 'shoes' | 'sets' }
type Group = { slug: string; name: string; leaves: Leaf[] }
export type Department = { slug: string; name: string; groups: Group[] }

type LeafSpec = [name: string, pictures: string, price: number, nouns: string, sizes?: Leaf['sizes']]

/** Three levels and some sixty leaves, beside the demo catalogue's own tree. */
const plan: Record<string, Record<string, LeafSpec[]>> = {
  'Warehouse: Home': {
    Seating: [
      ['Dining chairs', 'chairs-sofas', 12900, 'Chair,Armchair,Bench,Stool'],
      ['Sofas', 'chairs-sofas', 89900, 'Sofa,Loveseat,Daybed,Settee'],
      ['Office seating', 'chairs-sofas', 24900, 'Desk Chair,Kneeling Chair,Footrest'],
    ],
    Sleeping: [
      ['Beds', 'bedroom-furniture', 54900, 'Bed Frame,Bunk Bed,Headboard'],
      ['Bed linen', 'bedroom-furniture', 5900, 'Duvet Cover,Pillowcase,Fitted Sheet', 'sets'],
      ['Nightstands', 'bedroom-furniture', 9900, 'Nightstand,Bedside Shelf,Chest'],
    ],
    Light: [
      ['Table lamps', 'lamps-lanterns', 5900, 'Lamp,Reading Lamp,Night Light'],
      ['Lanterns', 'lamps-lanterns', 3900, 'Lantern,Storm Lantern,Torch'],
      ['Scented candles', 'candles', 1900, 'Candle,Pillar Candle,Tealight', 'sets'],
    ],
    Cooking: [
      ['Pans and pots', 'cookware', 4900, 'Frying Pan,Saucepan,Casserole,Wok'],
      ['Coffee makers', 'coffee-teaware', 6900, 'Coffee Maker,Moka Pot,Grinder'],
      ['Cups and mugs', 'coffee-teaware', 1400, 'Mug,Cup,Tumbler', 'sets'],
      ['Kitchen knives', 'knives-table', 4500, 'Chef Knife,Paring Knife,Bread Knife'],
    ],
    Growing: [
      ['Indoor plants', 'plants', 2400, 'Fern,Monstera,Succulent,Palm'],
      ['Garden tools', 'garden-tools', 2900, 'Trowel,Rake,Watering Can,Pruner'],
      ['Planters', 'plants', 3400, 'Planter,Flower Pot,Window Box'],
    ],
  },
  'Warehouse: Clothing': {
    'Upper body': [
      ['T-shirts', 'tops-shirts', 2400, 'T-Shirt,Tank Top,Tee', 'clothes'],
      ['Shirts', 'tops-shirts', 4900, 'Shirt,Blouse,Polo', 'clothes'],
      ['Coats', 'coats-jackets', 14900, 'Coat,Parka,Trench Coat', 'clothes'],
      ['Jackets', 'coats-jackets', 9900, 'Jacket,Windbreaker,Gilet', 'clothes'],
    ],
    'Lower body': [
      ['Jeans', 'trousers-shorts', 6900, 'Jeans,Dungarees', 'clothes'],
      ['Shorts', 'trousers-shorts', 3400, 'Shorts,Bermuda Shorts', 'clothes'],
      ['Dresses', 'dresses-swimwear', 7900, 'Dress,Maxi Dress,Wrap Dress', 'clothes'],
      ['Swimwear', 'dresses-swimwear', 3900, 'Swimsuit,Bikini,Swim Trunks', 'clothes'],
    ],
    'Small things': [
      ['Socks', 'scarves-gloves-socks', 900, 'Socks,Ankle Socks,Knee Socks', 'sets'],
      ['Scarves', 'scarves-gloves-socks', 2900, 'Scarf,Shawl,Snood'],
      ['Gloves', 'scarves-gloves-socks', 2400, 'Gloves,Mittens', 'clothes'],
      ['Hats', 'hats-umbrellas', 2900, 'Hat,Cap,Beanie'],
      ['Umbrellas', 'hats-umbrellas', 2500, 'Umbrella,Parasol'],
    ],
    'On your feet': [
      ['Trainers', 'sneakers-skates', 8900, 'Sneakers,Trainers,Running Shoes', 'shoes'],
      ['Boots', 'boots-lace-ups', 12900, 'Boots,Chelsea Boots,Hiking Boots', 'shoes'],
      ['Sandals', 'heels-flats', 4900, 'Sandals,Flats,Slippers', 'shoes'],
    ],
    Carrying: [
      ['Backpacks', 'bags-luggage', 6900, 'Backpack,Rucksack,Daypack'],
      ['Suitcases', 'bags-luggage', 15900, 'Suitcase,Cabin Case,Duffel'],
      ['Watches', 'jewelry-watches', 19900, 'Watch,Chronograph'],
      ['Rings', 'jewelry-watches', 8900, 'Ring,Signet Ring,Band'],
      ['Sunglasses', 'eyewear', 7900, 'Sunglasses,Reading Glasses'],
    ],
  },
  'Warehouse: Technology': {
    Sound: [
      ['Over-ear headphones', 'headphones-microphones', 14900, 'Headphones,Headset'],
      ['Microphones', 'headphones-microphones', 11900, 'Microphone,Podcast Microphone'],
      ['Portable speakers', 'speakers-radios', 7900, 'Speaker,Soundbar'],
      ['Kitchen radios', 'speakers-radios', 6900, 'Radio,Clock Radio'],
    ],
    Desk: [
      ['Notebooks', 'laptops-desktops', 99900, 'Laptop,Ultrabook'],
      ['Monitors', 'laptops-desktops', 29900, 'Monitor,Display'],
      ['Keyboards', 'keyboards-mice-printers', 8900, 'Keyboard,Numpad'],
      ['Mice', 'keyboards-mice-printers', 3900, 'Mouse,Trackball'],
      ['Smartphones', 'phones', 59900, 'Phone,Smartphone'],
    ],
    Seeing: [
      ['Compact cameras', 'cameras', 44900, 'Camera,Instant Camera'],
      ['Telescopes', 'projectors-optics', 24900, 'Telescope,Binoculars,Microscope'],
      ['Wall clocks', 'watches-clocks', 3900, 'Clock,Alarm Clock,Timer'],
    ],
  },
  'Warehouse: Leisure': {
    Moving: [
      ['Balls', 'balls-racquets', 2400, 'Football,Basketball,Volleyball'],
      ['Racquets', 'balls-racquets', 6900, 'Racquet,Paddle,Bat'],
      ['Skis', 'winter-sports', 34900, 'Skis,Snowboard,Sledge'],
      ['Tents', 'camping-hiking', 19900, 'Tent,Shelter,Tarp'],
      ['Bicycles', 'bikes-boards', 64900, 'Bicycle,Scooter,Skateboard'],
    ],
    Playing: [
      ['Board games', 'games-puzzles', 3400, 'Board Game,Card Game,Dice Set'],
      ['Puzzles', 'games-puzzles', 1900, 'Puzzle,Brain Teaser'],
      ['Cuddly toys', 'soft-toys', 2400, 'Bear,Rabbit,Penguin'],
    ],
    Making: [
      ['Guitars', 'guitars-strings', 39900, 'Guitar,Ukulele,Bass'],
      ['Drums', 'keys-drums', 29900, 'Drum,Cajon,Tambourine'],
      ['Notepads', 'stationery', 900, 'Notepad,Journal,Sketchbook', 'sets'],
      ['Soaps', 'soaps-lotions', 700, 'Soap Bar,Shower Gel,Hand Balm', 'sets'],
    ],
  },
}

const slugOf = (name: string) => `syn-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

export const departments: Department[] = Object.entries(plan).map(([name, groups]) => ({
  slug: slugOf(name),
  name,
  groups: Object.entries(groups).map(([groupName, leaves]) => ({
    slug: slugOf(groupName),
    name: groupName,
    leaves: leaves.map(([leafName, pictures, price, nouns, sizes]) => ({
      slug: slugOf(leafName),
      name: leafName,
      pictures,
      price,
      nouns: nouns.split(','),
      sizes,
    })),
  })),
}))
