/** Points of a design in the unit cube: one array a point, one number in [0, 1) or [0, 1] a dimension. */
export type Points = readonly Float64Array[];
