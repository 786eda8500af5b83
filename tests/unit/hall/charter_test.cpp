#include <boost/mp11.hpp>

#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;

/// The names of what is not said, of all that may be left unsaid.
std::vector<std::string> missing(const Charter& charter) {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<boost::describe::describe_members<Charter, boost::describe::mod_public>>([&](auto field) {
    const auto& value = charter.*field.pointer;
    if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>) {
      if (!value) names.push_back(field.name);
    }
  });
  return names;
}

TEST(CharterRules, PPL_9_whatever_is_left_out_the_state_has_it) {
  EXPECT_EQ(missing(Charter{}), (std::vector<std::string>{"floor", "presence", "schedule", "voting"}));
  auto scene = given(enrolled());
  EXPECT_EQ(missing(scene.state().charter), std::vector<std::string>{"schedule"});
  scene.does(mayor, AmendCharter{Charter{}});
  EXPECT_EQ(missing(scene.state().charter), std::vector<std::string>{"schedule"});
  EXPECT_EQ(scene.state().charter.voting, VotingRules{});
  EXPECT_EQ(scene.seen_by(Audience::public_).hall.charter, scene.state().charter);
}

TEST(CharterRules, PPL_9_whatever_is_said_stays) {
  Charter whole = charter();
  whole.floor.emplace().transfer = true;
  whole.presence.emplace().substitutes = {Seat::deputy};
  whole.schedule.emplace().place = "تالار";
  whole.voting.emplace().casting_vote = true;
  auto scene = given(enrolled());
  scene.does(mayor, AmendCharter{whole});
  EXPECT_EQ(scene.state().charter, whole);
}

}  // namespace
}  // namespace talar::hall
