/** A 32-bit FNV-1a hash, the same for the same text everywhere. @param {string} text @returns {number} */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= /** @type {number} */ (character.codePointAt(0));
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV leaves texts that differ only at the end close together; one finaliser round spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A stream of numbers that depends on its key alone, so data of one product stays as it is when others are added.
 * @param {string} key
 */
export function randomFor(key) {
  let state = hashOf(key);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** @param {number} least @param {number} most */
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    /** @param {number} share */
    chance: (share) => next() < share,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

/** The list in an order that depends on the key and each entry's own text. @template T @param {readonly T[]} list @param {string} key @param {(entry: T) => string} textOf @returns {T[]} */
export function shuffledBy(list, key, textOf) {
  return list
    .map((entry) => ({ entry, rank: hashOf(`${key}|${textOf(entry)}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
