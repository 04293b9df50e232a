import { quadkeyOf } from '~/map/quadkey'

type Square = [west: number, south: number, east: number, north: number]
/** All of Testdam. */
export const whole: Square = [4.88, 52.36, 4.92, 52.38]
/** A square as GeoJSON. */
export const outlineOf = ([west, south, east, north]: Square) => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
})

/** A north and a south, of equal size. */
export const areas = [
  { key: 'north', name: 'North', bounds: [4.88, 52.37, 4.92, 52.38] as Square, population: 12_000 },
  { key: 'south', name: 'South', bounds: [4.88, 52.36, 4.92, 52.37] as Square, population: 9_000 },
]

const lightQuestions = [
  {
    key: 'trouble',
    type: 'one',
    isRequired: true,
    label: { en: 'What is wrong with the light?', nl: 'Wat is er met de lamp?' },
    choices: [
      { value: 'off', label: { en: 'It is off', nl: 'Hij is uit' } },
      { value: 'flickers', label: { en: 'It flickers', nl: 'Hij knippert' } },
      { value: 'damaged', label: { en: 'The pole is damaged', nl: 'De mast is beschadigd' } },
    ],
  },
  {
    key: 'pole-number',
    type: 'text',
    longest: 20,
    label: { en: 'Number on the pole', nl: 'Nummer op de mast' },
    onlyIf: { question: 'trouble', isOneOf: ['off', 'flickers'] },
  },
]

/** One of each sort: with questions, with a term, without one, and an emergency. */
export const categories = [
  {
    key: 'street-light',
    group: 'streets',
    name: { en: 'Street light', nl: 'Straatlamp', es: 'Farola', ar: 'عمود إنارة' },
    synonyms: { en: 'lamp dark lantern', nl: 'lantaarn donker' },
    department: 'Lighting',
    days: 5,
    questions: lightQuestions,
    emergency: {},
  },
  {
    key: 'pothole',
    group: 'streets',
    name: { en: 'Pothole', nl: 'Gat in de weg', es: 'Bache', ar: 'حفرة' },
    synonyms: { en: 'hole road bump' },
    department: 'Streets',
    days: 10,
    questions: [],
    emergency: {},
  },
  {
    key: 'graffiti',
    group: 'cleaning',
    name: { en: 'Graffiti', nl: 'Graffiti', es: 'Grafiti', ar: 'كتابة على الجدران' },
    synonyms: { en: 'tag paint' },
    department: 'Cleaning',
    days: null,
    questions: [],
    emergency: {},
  },
  {
    key: 'gas-smell',
    group: 'danger',
    name: { en: 'Smell of gas', nl: 'Gaslucht', es: 'Olor a gas', ar: 'رائحة غاز' },
    synonyms: {},
    department: '',
    days: null,
    questions: [],
    emergency: {
      en: 'Call the gas emergency line: 0800-9009.',
      nl: 'Bel het gaslek-nummer: 0800-9009.',
      es: 'Llame al teléfono de emergencias de gas: 0800-9009.',
      ar: 'اتصل بخط طوارئ الغاز: 0800-9009.',
    },
  },
]
/** Names of the groups of categories. */
export const groups: Record<string, object> = {
  streets: { en: 'Streets', nl: 'Straten', es: 'Calles', ar: 'شوارع' },
  cleaning: { en: 'Cleaning', nl: 'Schoonmaak', es: 'Limpieza', ar: 'نظافة' },
  danger: { en: 'Danger', nl: 'Gevaar', es: 'Peligro', ar: 'خطر' },
}

/** Streets, addresses and crossings; one street has an accent and a space. */
export const places = [
  { kind: 'street', name: 'Kerkstraat', street: 'Kerkstraat', area: 'north', lat: 52.375, lng: 4.9 },
  { kind: 'street', name: 'Damweg', street: 'Damweg', area: 'north', lat: 52.376, lng: 4.9 },
  { kind: 'street', name: 'Café Noirlaan', street: 'Café Noirlaan', area: 'south', lat: 52.365, lng: 4.9 },
  {
    kind: 'crossing',
    name: 'Kerkstraat / Damweg',
    street: 'Kerkstraat',
    cross: 'Damweg',
    area: 'north',
    lat: 52.3755,
    lng: 4.901,
  },
  {
    kind: 'crossing',
    name: 'Café Noirlaan / Damweg',
    street: 'Café Noirlaan',
    cross: 'Damweg',
    area: 'south',
    lat: 52.3655,
    lng: 4.901,
  },
  {
    kind: 'address',
    name: 'Kerkstraat 12',
    street: 'Kerkstraat',
    number: '12',
    postcode: '1011 AB',
    area: 'north',
    lat: 52.3751,
    lng: 4.8995,
  },
  {
    kind: 'address',
    name: 'Café Noirlaan 3',
    street: 'Café Noirlaan',
    number: '3',
    postcode: '1012 CD',
    area: 'south',
    lat: 52.3651,
    lng: 4.8995,
  },
]

/** Two places that tests like to report at, and one that is not in town. */
export const spots = {
  north: { lat: 52.3752, lng: 4.9003, quadkey: quadkeyOf(52.3752, 4.9003) },
  south: { lat: 52.3652, lng: 4.9003, quadkey: quadkeyOf(52.3652, 4.9003) },
  outside: { lat: 52.5, lng: 4.9, quadkey: quadkeyOf(52.5, 4.9) },
}

/** What the town says about itself. */
export const settings = {
  contact: {
    email: 'hello@testdam.example',
    phone: '14 020',
    address: 'Dam 1, Testdam',
    hours: { en: 'Mon-Fri 9-17' },
    privacyEmail: 'privacy@testdam.example',
    securityEmail: 'security@testdam.example',
  },
  redress: { body: 'Objections committee of Testdam', address: 'Dam 1, 1011 AA Testdam', termDays: 42 },
}
