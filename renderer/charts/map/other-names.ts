/** English names (Unicode CLDR) of countries that Natural Earth spells otherwise, with their ISO 3166-1 numeric codes. */
export const otherNames: Readonly<Record<string, string>> = {
  'Bosnia & Herzegovina': '070',
  'Central African Republic': '140',
  'Côte d’Ivoire': '384',
  'Congo - Kinshasa': '180',
  'Congo - Brazzaville': '178',
  'Dominican Republic': '214',
  'Equatorial Guinea': '226',
  'North Macedonia': '807',
  'Solomon Islands': '090',
  'South Sudan': '728',
  Eswatini: '748',
  'Trinidad & Tobago': '780',
  Türkiye: '792',
  'United States': '840',
};
