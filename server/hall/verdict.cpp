#include "server/hall/verdict.hpp"

#include <algorithm>

#include "server/hall/assert.hpp"

namespace talar::hall {
namespace {

std::int64_t count(Base base, const Tally& tally, const Heads& heads) {
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

VoteResult verdict(const VoteRule& rule, const Tally& tally, const Heads& heads) {
  TALAR_ASSERT("VOT-2", well_formed(rule.majority));
  VoteResult result{tally, count(rule.base, tally, heads), 0, Outcome::rejected};
  if (rule.majority.kind == MajorityKind::simple) {
    result.needed = tally.against + 1;
    if (tally.approve > 0 && tally.approve == tally.against) result.outcome = Outcome::tied;
  } else {
    result.needed = needed_of(share_of(rule.majority), result.base_count);
  }
  if (result.base_count > 0 && tally.approve >= result.needed) result.outcome = Outcome::adopted;
  return result;
}

}  // namespace talar::hall
