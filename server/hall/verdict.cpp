#include "server/hall/verdict.hpp"

#include <algorithm>

#include "server/hall/assert.hpp"

namespace talar::hall {
namespace {

/// Every threshold but the simple one is a share of the base.
Fraction share_of(const Majority& majority) {
  switch (majority.kind) {
    case MajorityKind::absolute:
      return {1, 2, Comparison::more_than};
    case MajorityKind::two_thirds:
      return {2, 3, Comparison::at_least};
    case MajorityKind::three_quarters:
      return {3, 4, Comparison::at_least};
    case MajorityKind::four_fifths:
      return {4, 5, Comparison::at_least};
    case MajorityKind::fraction:
      return *majority.fraction;
    case MajorityKind::simple:
      break;
  }
  return {};
}

}  // namespace

std::int64_t base_of(Base base, const Tally& tally, const Heads& heads) {
  switch (base) {
    case Base::valid:
      return tally.approve + tally.against;
    case Base::cast:
      return tally.approve + tally.against + tally.abstain;
    case Base::present:
      return heads.present;
    case Base::entitled:
      return heads.entitled;
    case Base::members:
      return heads.members;
  }
  return 0;
}

bool reachable(const Fraction& share) {
  if (share.comparison == Comparison::more_than) return share.numerator < share.denominator;
  return share.numerator <= share.denominator;
}

bool well_formed(const Majority& majority) {
  if (majority.kind != MajorityKind::fraction) return !majority.fraction;
  return majority.fraction && reachable(*majority.fraction);
}

std::int64_t needed_of(const Fraction& share, std::int64_t whole) {
  const std::int64_t parts = whole * share.numerator;
  const std::int64_t needed = share.comparison == Comparison::more_than
                                  ? parts / share.denominator + 1
                                  : (parts + share.denominator - 1) / share.denominator;
  return std::max<std::int64_t>(needed, 1);
}

std::int64_t needed_of(const Majority& majority, std::int64_t base) {
  TALAR_ASSERT("VOT-2", well_formed(majority));
  return majority.kind == MajorityKind::simple ? 1 : needed_of(share_of(majority), base);
}

VoteResult verdict(const VoteRule& rule, const Tally& tally, const Heads& heads) {
  const bool simple = rule.majority.kind == MajorityKind::simple;
  VoteResult result{tally, base_of(rule.base, tally, heads)};
  result.needed = simple ? tally.against + 1 : needed_of(rule.majority, result.base_count);
  if (result.base_count == 0) return result;  // VOT-16
  if (simple && tally.approve > 0 && tally.approve == tally.against) result.outcome = Outcome::tied;
  if (tally.approve >= result.needed) result.outcome = Outcome::adopted;
  return result;
}

}  // namespace talar::hall
