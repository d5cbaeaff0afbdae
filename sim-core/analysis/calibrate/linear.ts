import { sqrt } from '../../kernel/math.ts';

/** The inverse of a symmetric positive definite matrix by Cholesky's factors; undefined where it is not one, or nearly not. */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const lower = matrix.map((row) => [...row]);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) lower[j][j] -= lower[j][k] * lower[j][k];
    if (!(lower[j][j] > smallestPivot * matrix[j][j])) return undefined;
    lower[j][j] = sqrt(lower[j][j]);
    for (let i = j + 1; i < size; i++) {
      for (let k = 0; k < j; k++) lower[i][j] -= lower[i][k] * lower[j][k];
      lower[i][j] /= lower[j][j];
    }
  }
  const columns = matrix.map((_, unit) => {
    const solved = new Array<number>(size).fill(0);
    for (let i = 0; i < size; i++) {
      let rest = i === unit ? 1 : 0;
      for (let k = 0; k < i; k++) rest -= lower[i][k] * solved[k];
      solved[i] = rest / lower[i][i];
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) solved[i] -= lower[k][i] * solved[k];
      solved[i] /= lower[i][i];
    }
    return solved;
  });
  return columns;
}

/** Less of a column than this left beside the others, squared, is nothing. */
const smallestPivot = 1e-12;

/** Sum of products, with weights if there are any. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i] * (weights === undefined ? 1 : weights[i]);
  return total;
}

/** Products of all pairs of columns. */
export const gram = (
  columns: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): readonly (readonly number[])[] => columns.map((a) => columns.map((b) => dot(a, b, weights)));
