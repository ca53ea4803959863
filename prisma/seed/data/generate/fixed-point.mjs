/** Reads a plain decimal as an integer of 10^-scale; refuses more decimals than that. @param {string} text @param {number} scale @returns {bigint} */
export function parseFixed(text, scale) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match || (match[3] ?? '').length > scale) throw new Error(`Not a decimal with ${scale} places: ${text}`);
  const digits = BigInt(match[2] + (match[3] ?? '').padEnd(scale, '0'));
  return match[1] ? -digits : digits;
}

/** Writes an integer of 10^-scale with exactly that many decimals. @param {bigint} value @param {number} scale @returns {string} */
export function formatFixed(value, scale) {
  const digits = value.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Writes a quantity held in thousandths without trailing zeros. @param {bigint} thousandths @returns {string} */
export function formatQuantity(thousandths) {
  return formatFixed(thousandths, 3).replace(/\.?0+$/, '');
}

/** Divides positive integers and rounds half up. @param {bigint} dividend @param {bigint} divisor @returns {bigint} */
export function divideHalfUp(dividend, divisor) {
  return (2n * dividend + divisor) / (2n * divisor);
}

/** Rounds half up to a multiple of the quantum. @param {bigint} value @param {bigint} quantum @returns {bigint} */
export function roundTo(value, quantum) {
  return divideHalfUp(value, quantum) * quantum;
}

/** The least multiple of the step that is at least the value. @param {bigint} value @param {bigint} step @returns {bigint} */
export function ceilTo(value, step) {
  return ((value + step - 1n) / step) * step;
}
