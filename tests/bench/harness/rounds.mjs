// Rounds interleaved over the contenders, repeated when somebody else used the machine, and their medians.
import { readFileSync } from 'node:fs'

const quiet = 0.2 // cores used by others: less is taken as none

/** Jiffies that somebody worked, over all CPUs. */
function busy() {
  const [user, nice, system, , , irq, soft, steal] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/ +/).slice(1).map(Number)
  return user + nice + system + irq + soft + steal
}

/** Waits until the machine has rested for a moment, but not for ever. */
async function silence(patienceMs) {
  const end = performance.now() + patienceMs
  do {
    const [from, at] = [busy(), performance.now()]
    await new Promise((resolve) => setTimeout(resolve, 250))
    if (((busy() - from) * 10) / (performance.now() - at) < quiet) return
  } while (performance.now() < end)
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export class Rounds {
  contended = 0
  measured = 0
  foreign = []

  constructor({ rounds, repeats, patience, say }) {
    Object.assign(this, { rounds, repeats, patience, say })
  }

  /** One measurement; again, a bounded number of times, while others were at work. The quietest try counts. */
  async quietly(name, measure) {
    let best
    for (let tries = 0; tries <= this.repeats; ++tries) {
      await silence(this.patience)
      const numbers = await measure()
      if (!best || (numbers.foreign ?? 0) < (best.foreign ?? 0)) best = numbers
      if ((numbers.foreign ?? 0) <= quiet) break
    }
    ++this.measured
    if (best.foreign !== undefined) this.foreign.push(best.foreign)
    if ((best.foreign ?? 0) > quiet) ++this.contended
    this.say(name, best)
    return best
  }

  /** `contenders`: name -> measure(). Gives name -> numbers, each the median of its rounds. */
  async interleave(contenders, rounds = this.rounds) {
    const taken = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
    for (let round = 0; round < rounds; ++round)
      for (const [name, measure] of Object.entries(contenders)) taken[name].push(await this.quietly(name, measure))
    return Object.fromEntries(
      Object.entries(taken).map(([name, all]) => [
        name,
        Object.fromEntries(Object.keys(Object.assign({}, ...all)).map((key) => [key, median(all.map((numbers) => numbers[key]).filter(Number.isFinite))])),
      ]),
    )
  }
}
