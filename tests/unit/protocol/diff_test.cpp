#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fill.hpp"
#include "protocol/codec.hpp"

namespace talar {
namespace {

using nlohmann::json;
using test::Fill;

json tree(const View& view) {
  return json::parse(to_json_text(view));
}

void expect_patch_leads(const View& before, const View& after) {
  const auto patch = diff(before, after);
  json patched = tree(before);
  if (patch) patched.merge_patch(json::parse(*patch));
  EXPECT_EQ(patched, tree(after)) << patch.value_or("no patch");
  EXPECT_EQ(patch.has_value(), !(before == after));
}

/// Something of the view is filled anew; which part is up to the seed.
View changed(Fill& fill, View view) {
  detail::each_field<View>([&](std::string_view, auto pointer) {
    if (fill.number(0, 3) != 0) return;
    auto& field = view.*pointer;
    if constexpr (detail::is_map<std::remove_cvref_t<decltype(field)>>) {
      for (auto& [key, entry] : field) {
        if (fill.coin()) fill.fill(entry);
      }
      std::erase_if(field, [&](const auto&) { return fill.number(0, 4) == 0; });
    }
    fill.fill(field);
  });
  return view;
}

TEST(Diff, a_patch_leads_from_any_view_to_any_other) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Fill fill(seed);
    expect_patch_leads(fill.value<View>(), fill.value<View>());
  }
}

TEST(Diff, patches_follow_a_view_through_a_long_evening) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Fill fill(seed);
    auto view = fill.value<View>();
    json device = tree(view);
    for (int step = 0; step < 25; ++step) {
      const View next = changed(fill, view);
      if (const auto patch = diff(view, next)) device.merge_patch(json::parse(*patch));
      view = next;
      ASSERT_EQ(device, tree(view)) << "step " << step;
    }
  }
}

/// Any parts of a view.
template <class P>
P some_parts(Fill& fill) {
  P parts;
  detail::each_field<P>([&](std::string_view, auto pointer) {
    auto& part = parts.*pointer;
    using Part = std::remove_cvref_t<decltype(part)>;
    if constexpr (std::is_same_v<Part, bool>) {
      part = fill.coin();
    } else if constexpr (detail::Struct<Part>) {
      part = some_parts<Part>(fill);
    } else {
      for (auto left = fill.number(0, 20); left > 0; --left) part.insert(fill.value<typename Part::value_type>());
    }
  });
  return parts;
}

TEST(Diff, patches_that_wait_are_merged_by_comparing_the_first_view_with_the_last) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Fill fill(seed);
    const auto first = fill.value<View>();
    json one_by_one = tree(first), at_once = one_by_one;
    View last = first;
    for (auto left = fill.number(1, 8); left > 0; --left) {
      View next = changed(fill, last);
      if (const auto patch = diff(last, next)) one_by_one.merge_patch(json::parse(*patch));
      last = std::move(next);
    }
    if (const auto patch = diff(first, last)) at_once.merge_patch(json::parse(*patch));
    ASSERT_EQ(at_once, one_by_one);
  }
}

TEST(Diff, of_parts_is_the_whole_one_when_nothing_else_differs) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Fill fill(seed);
    const auto before = fill.value<View>(), other = fill.value<View>();
    const auto parts = some_parts<Parts>(fill);
    View sparse, after = before;
    take_over(sparse, View(other), parts);
    take_over(after, View(other), parts);
    ASSERT_EQ(diff(before, sparse, parts), diff(before, after));
    View kept = before;
    take_over(kept, std::move(sparse), parts);
    ASSERT_TRUE(kept == after);
  }
}

TEST(Diff, something_that_goes_and_comes_back_as_another_leaves_nothing_of_the_first) {
  FloorView speaking;
  speaking.turn = TurnView{};
  FloorView waiting;
  waiting.list_open = true;
  View before;
  before.floor = speaking;
  View between;
  View after;
  after.floor = waiting;
  json device = tree(before);
  device.merge_patch(json::parse(*diff(before, between)));
  device.merge_patch(json::parse(*diff(between, after)));
  EXPECT_EQ(diff(before, after), R"({"floor":{"list_open":true,"turn":null}})");
  json merged = tree(before);
  merged.merge_patch(json::parse(*diff(before, after)));
  EXPECT_EQ(merged, device);
}

TEST(Diff, united_parts_are_those_of_either) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Fill fill(seed);
    const auto before = fill.value<View>(), after = fill.value<View>();
    const auto some = some_parts<Parts>(fill), more = some_parts<Parts>(fill);
    View step_by_step = before, at_once = before;
    take_over(step_by_step, View(after), some);
    take_over(step_by_step, View(after), more);
    Parts united = some;
    united.add(more);
    take_over(at_once, View(after), united);
    EXPECT_TRUE(at_once == step_by_step) << "seed " << seed;
  }
}

TEST(Diff, equal_views_need_no_patch) {
  Fill fill(1);
  const auto view = fill.value<View>();
  EXPECT_EQ(diff(view, view), std::nullopt);
}

TEST(Diff, only_what_changed_is_sent) {
  View before;
  const PersonId ann{7};
  before.people[ann].name = "آن";
  before.people[PersonId{8}].name = "بابک";
  View after = before;
  after.people[ann].presence = Presence::present;
  after.people[ann].arrived_at = Instant{0};
  EXPECT_EQ(diff(before, after),
            R"({"people":{"0000000007":{"presence":"present","arrived_at":"1970-01-01T00:00:00.000Z"}}})");
}

TEST(Diff, what_is_gone_is_null) {
  View before;
  before.message = MessageView{"نوبت شماست", Instant{0}};
  before.people[PersonId{7}];
  EXPECT_EQ(diff(before, View{}), R"({"people":{"0000000007":null},"message":null})");
}

TEST(Diff, a_replaced_object_leaves_nothing_of_the_old_one) {
  View before;
  before.hall.charter.vote_rule.majority = {MajorityKind::fraction, Fraction{3, 5, Comparison::at_least}};
  View after;
  EXPECT_EQ(diff(before, after),
            R"({"hall":{"charter":{"vote_rule":{"majority":{"kind":"simple","fraction":null}}}}})");
  expect_patch_leads(before, after);
}

}  // namespace
}  // namespace talar
