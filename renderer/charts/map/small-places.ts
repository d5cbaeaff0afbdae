/** A place that is too small for a shape on a map of the world: drawn as a dot. Degrees. */
export interface SmallPlace {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * Countries and territories without a shape at 1:110 million, by English name, with ISO 3166-1 numeric codes. Centres of their
 * largest polygons in Natural Earth 4.1.0 (public domain), computed with d3-geo.
 */
export const smallPlaces: Readonly<Record<string, SmallPlace>> = Object.fromEntries(
  (
    [
      ['Aruba', '533', -70, 12.5],
      ['Andorra', '020', 1.6, 42.5],
      ['American Samoa', '016', -170.7, -14.3],
      ['Antigua & Barbuda', '028', -61.8, 17.1],
      ['Bahrain', '048', 50.5, 26],
      ['Bermuda', '060', -64.8, 32.3],
      ['Barbados', '052', -59.6, 13.2],
      ['Comoros', '174', 43.3, -11.7],
      ['Cape Verde', '132', -23.6, 15.1],
      ['Curaçao', '531', -69, 12.2],
      ['Cayman Islands', '136', -81.3, 19.3],
      ['Dominica', '212', -61.4, 15.4],
      ['Faroe Islands', '234', -6.9, 62.2],
      ['Micronesia', '583', 158.2, 6.9],
      ['Gibraltar', '292', -5.3, 36.1],
      ['Grenada', '308', -61.7, 12.1],
      ['Guam', '316', 144.8, 13.4],
      ['Hong Kong', '344', 114.1, 22.4],
      ['Isle of Man', '833', -4.5, 54.2],
      ['Kiribati', '296', -157.4, 1.9],
      ['St. Kitts & Nevis', '659', -62.7, 17.3],
      ['St. Lucia', '662', -61, 13.9],
      ['Liechtenstein', '438', 9.5, 47.1],
      ['Macao', '446', 113.5, 22.2],
      ['St. Martin', '663', -63.1, 18.1],
      ['Monaco', '492', 7.4, 43.8],
      ['Maldives', '462', 73.5, 4.2],
      ['Marshall Islands', '584', 171.2, 7.1],
      ['Malta', '470', 14.4, 35.9],
      ['Northern Mariana Islands', '580', 145.7, 15.2],
      ['Mauritius', '480', 57.6, -20.3],
      ['Nauru', '520', 166.9, -0.5],
      ['Palau', '585', 134.6, 7.5],
      ['French Polynesia', '258', -149.4, -17.7],
      ['Singapore', '702', 103.8, 1.4],
      ['San Marino', '674', 12.5, 43.9],
      ['São Tomé & Príncipe', '678', 6.6, 0.2],
      ['Sint Maarten', '534', -63.1, 18.1],
      ['Seychelles', '690', 55.5, -4.7],
      ['Turks & Caicos Islands', '796', -71.7, 21.8],
      ['Tonga', '776', -175.2, -21.2],
      ['Tuvalu', '798', 179.2, -8.5],
      ['St. Vincent & Grenadines', '670', -61.2, 13.3],
      ['British Virgin Islands', '092', -64.6, 18.4],
      ['U.S. Virgin Islands', '850', -64.8, 17.7],
      ['Samoa', '882', -172.4, -13.6],
    ] as const
  ).map(([name, code, longitude, latitude]) => [name, { code, longitude, latitude }]),
);
