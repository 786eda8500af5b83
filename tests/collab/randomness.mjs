/** Reproducible: xorshift32. */
export class Randomness {
  constructor(seed) {
    this.state = Math.imul(seed, 0x9e3779b1) || 1
    for (let i = 0; i < 8; ++i) this.next()
  }
  next() {
    this.state ^= this.state << 13
    this.state ^= this.state >>> 17
    this.state ^= this.state << 5
    return this.state >>> 0
  }
  below(end) {
    return this.next() % end
  }
  /** Once in so many times. */
  once_in(times) {
    return this.below(times) === 0
  }
  any(list) {
    return list[this.below(list.length)]
  }
}
