import { formatFixed, parseFixed, roundTo } from '../generate/fixed-point.mjs';

/** A length's price from a price per foot, to the cent. @param {string} perFoot @param {number} feet @returns {string} */
export function byFoot(perFoot, feet) {
  return formatFixed(roundTo(parseFixed(perFoot, 4) * BigInt(feet), 100n) / 100n, 2);
}
