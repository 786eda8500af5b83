// Terms of the minutes: texts that several people write at once, the life of the record, and what becomes of
// resolutions.
#pragma once

#include "protocol/terms.hpp"

namespace talar {

// Texts -------------------------------------------------------------------------------------------------------------

/// Replaces the UTF-16 units [from, to) of a text. It never parts a surrogate pair.
struct TextChange {
  Whole<0, limits::minutes_units> from;
  Whole<0, limits::minutes_units> to;
  Text<limits::minutes_chars, 0> insert;
  bool operator==(const TextChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextChange, (), (from, to, insert))

/// Changes that happen at once: every place is one of the text before any of them, in ascending order, and none
/// overlaps another (CodeMirror's ChangeSet). An update takes a text from one version to the next.
struct TextUpdate {
  List<TextChange, limits::text_changes> changes;
  bool operator==(const TextUpdate&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextUpdate, (), (changes))

/// One editor on one screen, chosen by it. Whoever writes knows by it which updates were its own.
using EditorId = Text<36>;

/// A text module: words that the secretariat uses again and again. In its text {speaker}, {chair}, {item} and {time}
/// stand for what is so when it is put in.
struct Phrase {
  ShortName name;
  Text<limits::phrase_chars> text;
  bool operator==(const Phrase&) const = default;
};
BOOST_DESCRIBE_STRUCT(Phrase, (), (name, text))

// The life of the record --------------------------------------------------------------------------------------------

/// draft: being written; circulated: members read it and propose corrections; approved: by the next meeting, nothing
/// changes any more; signed: by everybody who was present; sealed: with its digest, only addenda follow.
BOOST_DEFINE_ENUM_CLASS(RecordState, draft, circulated, approved, signed_, sealed)
BOOST_DEFINE_ENUM_CLASS(CorrectionState, proposed, accepted, declined, withdrawn)
/// replace: the passage, by what was proposed; by_hand: the secretariat has already written it.
BOOST_DEFINE_ENUM_CLASS(AcceptMeans, replace, by_hand)

/// passage: as it stands in the item's text.
struct CorrectionContent {
  ItemId item;
  Text<limits::passage_chars> passage;
  Text<limits::passage_chars, 0> proposal;
  std::optional<Reason> reason;
  bool operator==(const CorrectionContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionContent, (), (item, passage, proposal, reason))

/// digest: SHA-256, hexadecimal, over the canonical record (its `form` says which one) and `chain`, the head of the
/// journal's chain (hexadecimal) after the event `seq`, the record's last one before its seal.
struct Seal {
  Whole<1, 100> form = 1;
  Text<64, 64> digest;
  Text<64, 64> chain;
  ExactWhole seq;
  bool operator==(const Seal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Seal, (), (form, digest, chain, seq))

// Follow-up ---------------------------------------------------------------------------------------------------------

/// What became of a resolution. That it is late follows from its day, its due day and its being unfinished.
BOOST_DEFINE_ENUM_CLASS(FollowUpState, adopted, notified, under_way, done, dropped)

/// A step on its way. letter: the number under which it was sent out. due: a new day, from now on.
struct FollowUpContent {
  FollowUpState state = FollowUpState::under_way;
  std::optional<Text<limits::progress_chars>> note;
  std::optional<List<Link, limits::links>> evidence;
  std::optional<ShortName> letter;
  std::optional<Date> due;
  Visibility visibility = Visibility::inside;  // of note, evidence and letter
  bool operator==(const FollowUpContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(FollowUpContent, (), (state, note, evidence, letter, due, visibility))

}  // namespace talar
