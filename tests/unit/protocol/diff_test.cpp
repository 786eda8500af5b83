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
