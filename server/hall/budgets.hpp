// How long somebody may speak, by the charter and by what is left of the budgets (FLR-13, FLR-26).
#pragma once

#include "server/hall/order.hpp"

namespace talar::hall {

BOOST_DEFINE_ENUM_CLASS(Budget, person_item, person_meeting, group_item)

/// Speeches and questions take from the budgets and are bound by them.
bool is_budgeted(SpeechKind kind);

/// What has been taken from the budgets in an item.
class Budgets {
 public:
  Budgets(const State& state, const Meeting& meeting, const Item& item);

  /// A turn that has not ended yet.
  void count(const Turn& turn, Instant now);

  /// The budget of which nothing is left, unless somebody else has given time.
  std::optional<Budget> spent(PersonId person, SpeechKind kind) const;
  /// At least ten seconds: what the chair gives is not taken away by a budget.
  Millis limit(PersonId person, SpeechKind kind) const;

 private:
  struct Left {
    Budget budget;
    Millis left;
  };
  /// Of the budget that leaves least; nothing when none binds.
  std::optional<Left> least(PersonId person, SpeechKind kind) const;
  Millis credit(PersonId person) const;

  const State& state_;
  const Meeting& meeting_;
  const Item& item_;
  std::map<PersonId, Millis> running_;
  std::map<Party, Millis> parties_;
};

}  // namespace talar::hall
