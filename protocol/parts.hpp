// Which parts of a view may have changed. It has the shape of View: a flag stands for a field that is compared whole,
// keys stand for the entries of a map. So one piece of code walks a view whole or in parts (diff.cpp).
#pragma once

#include <set>

#include "protocol/views.hpp"

namespace talar {

struct FloorParts {
  bool everything = false;  // also: the floor comes or goes
  bool list_open = false;
  bool list_closes_at = false;
  bool turn = false;
  bool interrupted = false;
  bool queue = false;
  std::set<RequestId> requests;

  bool empty() const;
};
BOOST_DESCRIBE_STRUCT(FloorParts, (), (list_open, list_closes_at, turn, interrupted, queue, requests))

struct MinutesParts {
  std::set<std::int64_t> entries;
  std::set<ItemId> texts;

  bool empty() const;
};
BOOST_DESCRIBE_STRUCT(MinutesParts, (), (entries, texts))

struct Parts {
  bool everything = false;  // of the view
  bool hall = false;
  std::set<PersonId> people;
  bool current = false;
  std::set<MeetingId> meetings;
  std::set<ItemId> items;
  std::set<AttachmentId> attachments;
  FloorParts floor;
  std::set<VoteId> votes;
  std::set<ResolutionId> resolutions;
  MinutesParts minutes;
  bool message = false;
  std::set<TemplateId> templates;
  std::set<ProposalId> proposals;
  std::set<HallId> groups;
  std::set<ReferralId> referrals;
  std::set<MeetingId> records;
  std::set<PhraseId> phrases;

  // Beside the views: whose own part (`Me`) or audience may have changed.
  bool everybody = false;
  std::set<PersonId> me;

  /// The whole view.
  static Parts whole();

  bool empty() const;
  bool concern(PersonId person) const { return everybody || me.contains(person); }
  /// What either names.
  void add(const Parts& other);
  /// For each_entry(): these keys, or all of them.
  template <class Key>
  const std::set<Key>* only(const std::set<Key>& keys) const {
    return everything ? nullptr : &keys;
  }
};
BOOST_DESCRIBE_STRUCT(Parts, (),
                      (hall, people, current, meetings, items, attachments, floor, votes, resolutions, minutes, message,
                       templates, proposals, groups, referrals, records, phrases))

/// The entries with one of these keys, or every entry, in the order of keys.
template <class Map, class Visit>
void each_entry(Map& map, const std::set<typename Map::key_type>* only, Visit visit) {
  if (!only || map.size() < only->size()) {
    for (auto& [key, value] : map)
      if (!only || only->contains(key)) visit(key, value);
    return;
  }
  for (const auto& key : *only)
    if (const auto found = map.find(key); found != map.end()) visit(key, found->second);
}

}  // namespace talar
