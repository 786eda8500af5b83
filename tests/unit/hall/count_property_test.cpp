// What holds of every count, on many votes made up at random: against recounts and methods that share nothing with the
// code.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "protocol/codec.hpp"
#include "server/hall/election.hpp"
#include "server/hall/paper.hpp"
#include "server/hall/ranking.hpp"

namespace talar::hall {
namespace {

using Random = std::mt19937_64;

std::int64_t up_to(Random& random, std::int64_t most) {
  return static_cast<std::int64_t>(random() % (most + 1));
}

VoteForm form_of(Random& random, VoteKind kind) {
  VoteForm form{kind};
  const std::int64_t options = 2 + up_to(random, 4);
  for (std::int64_t n = 0; n < options; ++n) form.options.push_back({std::to_string(n), {}, random() % 8 == 0});
  if (kind == VoteKind::election) form.seats = 1 + up_to(random, options - 1);
  if (kind == VoteKind::election && random() % 2 == 0) form.marks = 1 + up_to(random, options - 1);
  if (kind == VoteKind::points) form.points = 10;
  return form;
}

/// So few different marks that there are many ties.
std::int64_t mark_of(Random& random, const VoteForm& form) {
  switch (form.kind) {
    case VoteKind::election:
      return up_to(random, 1);
    case VoteKind::ranking:
      return up_to(random, 3);
    default:
      return up_to(random, 4);
  }
}

/// The ranks as they stand, made gapless.
void close_gaps(Marks& ranks) {
  std::vector<std::int64_t> used(ranks.begin(), ranks.end());
  std::ranges::sort(used);
  used.erase(std::unique(used.begin(), used.end()), used.end());
  std::erase(used, 0);
  for (auto& rank : ranks) {
    if (rank.value > 0) rank = std::ranges::find(used, rank.value) - used.begin() + 1;
  }
}

/// A ballot as a voter might hand it in; what does not fit the form is thrown away.
Ballot random_ballot(Random& random, const VoteForm& form) {
  if (!has_options(form.kind)) return static_cast<Choice>(random() % 3);
  while (true) {
    Marks marks;
    for (const VoteOption& option : form.options) marks.push_back(option.withdrawn ? 0 : mark_of(random, form));
    if (form.kind == VoteKind::ranking) close_gaps(marks);
    if (const auto ballot = ballot_of(form, {}, marks)) return *ballot;
  }
}

struct Poll {
  VoteContent content;
  VotingRules rules;
  std::vector<Counted> ballots;
  Heads heads;
  std::optional<Choice> chair;

  VoteResult result() const { return count(content, rules, ballots, heads, chair, {}); }
};

Poll poll_of(Random& random, VoteKind kind) {
  Poll poll;
  poll.content.form = form_of(random, kind);
  if (!has_options(kind)) poll.content.form = VoteForm();
  poll.content.rule = {static_cast<Base>(random() % 5), {static_cast<MajorityKind>(random() % 6), {}}};
  if (poll.content.rule.majority.kind == MajorityKind::fraction) {
    const std::int64_t parts = 1 + up_to(random, 9);
    poll.content.rule.majority.fraction = Fraction{1 + up_to(random, parts - 1), parts};
  }
  poll.rules.ranking = static_cast<RankingMethod>(random() % 2);
  poll.rules.casting_vote = random() % 2 == 0;
  for (std::int64_t n = up_to(random, 12); n > 0; --n) {
    poll.ballots.push_back({random_ballot(random, *poll.content.form), random() % 4 == 0 ? 1 + up_to(random, 2) : 1});
    poll.heads.entitled += poll.ballots.back().weight;
  }
  poll.heads.entitled += up_to(random, 3);
  poll.heads.present = up_to(random, poll.heads.entitled);
  poll.heads.members = poll.heads.entitled + up_to(random, 5);
  if (random() % 2 == 0) poll.chair = static_cast<Choice>(random() % 3);
  return poll;
}

void for_each_poll(VoteKind kind, std::size_t votes, const auto& prove) {
  for (std::uint64_t seed = 0; seed < votes; ++seed) {
    Random random(seed);
    const Poll poll = poll_of(random, kind);
    prove(random, poll);
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << ": " << to_json_text(poll.content);
  }
}

constexpr std::array every_kind{VoteKind::motion, VoteKind::election, VoteKind::ranking, VoteKind::points};

TEST(CountProperty, VOT_36_the_order_of_arrival_never_changes_a_result) {
  for (const VoteKind kind : every_kind) {
    for_each_poll(kind, 300, [](Random& random, const Poll& poll) {
      std::vector<std::size_t> order(poll.ballots.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      for (int shuffle = 0; shuffle < 10; ++shuffle) {
        std::ranges::shuffle(order, random);
        Poll shuffled = poll;
        shuffled.ballots.clear();
        for (const std::size_t n : order) shuffled.ballots.push_back(poll.ballots[n]);
        EXPECT_EQ(shuffled.result(), poll.result());
      }
    });
  }
}

TEST(CountProperty, VOT_21_the_tally_is_what_a_recount_finds) {
  for (const VoteKind kind : every_kind) {
    for_each_poll(kind, 500, [](Random&, const Poll& poll) {
      const auto votes_for = [&](Choice choice) {
        return std::accumulate(
            poll.ballots.begin(), poll.ballots.end(), std::int64_t{0},
            [&](std::int64_t sum, const Counted& c) { return sum + (c.ballot.choice == choice ? c.weight : 0); });
      };
      const Tally tally = poll.result().tally;
      EXPECT_EQ(tally.approve, votes_for(Choice::approve));
      EXPECT_EQ(tally.against, votes_for(Choice::against));
      EXPECT_EQ(tally.abstain, votes_for(Choice::abstain));
      EXPECT_EQ(tally.approve + tally.against + tally.abstain + tally.not_cast, poll.heads.entitled);
    });
  }
}

TEST(CountProperty, VOT_22_a_ballot_of_three_votes_is_three_ballots) {
  for (const VoteKind kind : every_kind) {
    for_each_poll(kind, 300, [](Random&, const Poll& poll) {
      Poll apart = poll;
      apart.ballots.clear();
      for (const auto& [ballot, weight] : poll.ballots) {
        for (std::int64_t n = 0; n < weight; ++n) apart.ballots.push_back({ballot});
      }
      EXPECT_EQ(apart.result(), poll.result());
    });
  }
}

TEST(CountProperty, VOT_15_one_more_for_instead_of_against_never_turns_adopted_into_rejected) {
  for_each_poll(VoteKind::motion, 2'000, [](Random&, Poll poll) {
    poll.rules.casting_vote = false;
    const auto rank = [](Outcome outcome) {
      return outcome == Outcome::adopted ? 2 : outcome == Outcome::tied ? 1 : 0;
    };
    for (Counted& c : poll.ballots) {
      const int before = rank(poll.result().outcome);
      if (c.ballot.choice == Choice::against) c.ballot = Choice::approve;
      EXPECT_GE(rank(poll.result().outcome), before);
    }
  });
}

TEST(CountProperty, VOT_28_no_candidate_is_elected_before_one_with_as_many_marks) {
  for_each_poll(VoteKind::election, 3'000, [](Random&, const Poll& poll) {
    const VoteResult result = poll.result();
    std::int64_t elected = 0;
    for (const OptionResult& one : *result.options) {
      elected += one.elected;
      for (const OptionResult& other : *result.options) {
        EXPECT_TRUE(!one.elected || other.count < one.count || other.elected);
      }
    }
    EXPECT_LE(elected, poll.content.form->seats->value);
    EXPECT_EQ(result.outcome == Outcome::elected, elected == poll.content.form->seats->value);
  });
}

TEST(CountProperty, VOT_30_a_run_off_never_loses_a_tied_candidate) {
  int runoffs = 0;
  for_each_poll(VoteKind::election, 3'000, [&](Random&, const Poll& poll) {
    const VoteResult result = poll.result();
    const auto next = runoff(poll.content, result);
    if (!next) return;
    ++runoffs;
    VoteContent content = poll.content;
    content.form = next;
    EXPECT_EQ(malformed(content), std::nullopt);
    const auto stands = [&](std::size_t n) {
      return std::ranges::count(next->options, poll.content.form->options[n].title, &VoteOption::title) == 1;
    };
    for (std::size_t one = 0; one < result.options->size(); ++one) {
      const OptionResult& option = (*result.options)[one];
      if (!stands(one)) continue;
      EXPECT_TRUE(!option.elected && option.count > 0);
      for (std::size_t other = 0; other < result.options->size(); ++other) {
        EXPECT_TRUE((*result.options)[other].count != option.count || stands(other));
      }
    }
  });
  EXPECT_GT(runoffs, 500);
}

/// The strongest of all paths without a repeated option, tried one by one.
std::int64_t strongest_path(const Pairs& pairs, std::vector<bool>& visited, std::size_t from, std::size_t to) {
  std::int64_t strongest = 0;
  visited[from] = true;
  for (std::size_t next = 0; next < pairs.size(); ++next) {
    if (visited[next] || pairs[from][next] <= pairs[next][from]) continue;
    const std::int64_t rest = next == to ? pairs[from][next] : strongest_path(pairs, visited, next, to);
    strongest = std::max(strongest, std::min(pairs[from][next], rest));
  }
  visited[from] = false;
  return strongest;
}

TEST(CountProperty, VOT_32_schulze_finds_the_paths_that_trying_all_of_them_finds) {
  int ties = 0;
  for_each_poll(VoteKind::ranking, 6'000, [&](Random&, Poll poll) {
    poll.rules.ranking = RankingMethod::schulze;
    const VoteResult result = poll.result();
    const auto beats = [&](std::size_t one, std::size_t other) {
      std::vector<bool> visited(result.pairs->size());
      return strongest_path(*result.pairs, visited, one, other) > strongest_path(*result.pairs, visited, other, one);
    };
    std::set<std::int64_t> places;
    for (std::size_t one = 0; one < result.options->size(); ++one) {
      const OptionResult& option = (*result.options)[one];
      ASSERT_EQ(option.place.has_value(), !poll.content.form->options[one].withdrawn);
      if (!option.place) continue;
      if (!places.insert(*option.place).second) ++ties;
      std::int64_t beaten = 0;
      for (std::size_t other = 0; other < result.options->size(); ++other) {
        const OptionResult& rival = (*result.options)[other];
        if (one == other || !rival.place || !beats(one, other)) continue;
        ++beaten;
        EXPECT_LT(*option.place, *rival.place);
      }
      EXPECT_EQ(option.count, beaten);
    }
  });
  EXPECT_GT(ties, 1'000);
}

TEST(CountProperty, VOT_32_whoever_wins_against_each_other_is_first_alone) {
  int winners = 0;
  for_each_poll(VoteKind::ranking, 3'000, [&](Random&, Poll poll) {
    poll.rules.ranking = RankingMethod::schulze;
    const VoteResult result = poll.result();
    for (std::size_t one = 0; one < result.options->size(); ++one) {
      bool wins = (*result.options)[one].place.has_value();
      for (std::size_t other = 0; other < result.options->size(); ++other) {
        const bool rival = other != one && (*result.options)[other].place;
        if (rival && (*result.pairs)[one][other] <= (*result.pairs)[other][one]) wins = false;
      }
      if (!wins) continue;
      ++winners;
      EXPECT_EQ((*result.options)[one].place, 1);
      EXPECT_EQ(std::ranges::count(*result.options, std::optional<std::int64_t>(1), &OptionResult::place), 1);
    }
  });
  EXPECT_GT(winners, 500);
}

/// Ballot by ballot, place by place: who stands at the k-th of n places gets n - k, and equal ones what the last gets.
std::vector<std::int64_t> naive_borda(const Poll& poll) {
  const VoteForm& form = *poll.content.form;
  const auto standing = std::ranges::count(form.options, false, &VoteOption::withdrawn);
  std::vector<std::int64_t> points(form.options.size(), 0);
  for (const auto& [ballot, weight] : poll.ballots) {
    std::int64_t filled = 0;
    for (std::int64_t rank = 1; rank <= standing; ++rank) {
      filled += std::ranges::count(*ballot.marks, Marks::value_type(rank));
      for (std::size_t n = 0; n < points.size(); ++n) {
        if ((*ballot.marks)[n].value == rank) points[n] += weight * (standing - filled);
      }
    }
  }
  return points;
}

TEST(CountProperty, VOT_33_borda_is_the_sum_over_the_places_of_every_ballot) {
  for_each_poll(VoteKind::ranking, 3'000, [](Random&, Poll poll) {
    poll.rules.ranking = RankingMethod::borda;
    const VoteResult result = poll.result();
    std::vector<std::int64_t> counts;
    for (const OptionResult& option : *result.options) counts.push_back(option.count);
    EXPECT_EQ(counts, naive_borda(poll));
  });
}

TEST(CountProperty, VOT_34_the_sums_are_what_the_ballots_give) {
  for (const VoteKind kind : {VoteKind::election, VoteKind::points}) {
    for_each_poll(kind, 500, [](Random&, const Poll& poll) {
      const VoteResult result = poll.result();
      for (std::size_t n = 0; n < result.options->size(); ++n) {
        std::int64_t sum = 0;
        for (const auto& [ballot, weight] : poll.ballots) sum += (*ballot.marks)[n] * weight;
        EXPECT_EQ((*result.options)[n].count, sum);
      }
    });
  }
}

}  // namespace
}  // namespace talar::hall
