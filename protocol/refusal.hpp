// Why a command was not done: a stable code, the field it is about, what was expected, arguments for the sentence.
#pragma once

#include <boost/describe.hpp>
#include <boost/system/result.hpp>
#include <map>
#include <optional>
#include <string>

namespace talar {

// clang-format off
// More words than BOOST_DEFINE_ENUM_CLASS can take (52), hence the list macro.
#define TALAR_REFUSAL_CODES(X) \
  /* the frame and its form */ \
  X(malformed_json) X(frame_too_large) X(too_deep) X(unknown_frame) X(unknown_command) X(unknown_field) X(missing_field) X(wrong_type) \
  X(out_of_bounds) X(unknown_word) X(bad_text) X(hello_expected) X(too_many_commands) X(shutting_down) X(id_reused) \
  /* who may what */ \
  X(not_allowed) X(signed_out) X(not_your_own) \
  /* things that are not there */ \
  X(no_such_hall) X(no_such_person) X(no_such_meeting) X(no_such_item) X(no_such_request) X(no_such_vote) X(no_such_resolution) \
  X(no_such_template) X(no_such_proposal) X(no_such_group) X(no_such_referral) X(no_such_attachment) X(no_such_letter) X(no_such_option) \
  X(no_such_entry) X(no_such_phrase) X(no_such_correction) \
  /* people */ \
  X(already_member) X(still_in_use) X(seat_taken) X(last_president) X(not_president) X(not_vice_or_president) X(already_chair) \
  X(chair_is_connected) X(too_many_members) \
  /* meeting */ \
  X(wrong_meeting_state) X(another_meeting_is_current) X(quorum_missing) X(quorum_met) X(agenda_empty) X(vote_open) X(too_many_drafts) \
  X(no_schedule) X(closed_part_running) X(no_closed_part) \
  /* agenda */ \
  X(wrong_item_state) X(nesting_too_deep) X(item_inside_itself) X(bad_position) X(item_not_empty) X(too_many_items) X(already_active) \
  X(no_active_item) X(minutes_frozen) X(nothing_to_carry_over) X(not_in_consent_block) X(bad_url) X(too_many_templates) \
  X(too_many_attachments) X(already_attached) \
  /* proposals and groups */ \
  X(wrong_proposal_state) X(too_many_proposals) X(too_many_groups) X(too_many_referrals) X(group_dissolved) X(already_referred) \
  X(already_reported) X(not_reported) X(already_taken_up) X(not_referred_here) \
  /* presence */ \
  X(already_present) X(not_present) X(not_enrolled) X(no_substitutes) X(already_substituted) X(not_substituted) X(recused) \
  X(already_recused) X(not_recused) \
  /* floor */ \
  X(list_closed) X(already_waiting) X(already_speaking) X(nobody_speaking) X(not_waiting) X(no_turn_to_reply_to) X(turn_paused) \
  X(turn_not_paused) X(list_already_open) X(list_already_closed) X(floor_busy_with_vote) X(too_many_requests) X(already_spoken) \
  X(turn_too_long) X(kind_not_offered) X(point_missing) X(point_not_expected) X(stance_not_expected) X(budget_spent) \
  X(reason_missing) X(reason_not_expected) X(not_the_presenter) X(transfer_not_allowed) X(nothing_left) X(last_call_running) \
  /* votes */ \
  X(wrong_vote_state) X(another_vote_open) X(no_voters) X(not_entitled) X(bad_fraction) X(too_many_votes) X(same_choice) \
  X(bad_form) X(bad_ballot) X(wrong_vote_kind) X(wrong_vote_mode) X(already_withdrawn) X(not_counted) X(too_many_counted) X(no_deadline) \
  X(vote_in_use) X(too_few_voters) X(no_ballot_key) X(already_collected) X(same_ballot) X(bad_signature) X(vote_not_open) \
  X(too_many_corrections) \
  /* minutes */ \
  X(stale_text) X(text_held) X(text_not_held) X(bad_change) X(entry_not_hideable) X(too_many_phrases) X(too_many_resolutions) \
  X(minutes_already_published) X(no_message) X(vote_not_adopted) \
  /* the life of the record, follow-up */ \
  X(wrong_record_state) X(wrong_correction_state) X(corrections_open) X(passage_changed) X(not_up_for_approval) X(not_a_signer) \
  X(already_signed) X(signatures_missing) X(record_changed) X(too_many_addenda) X(wrong_follow_up_state) X(too_many_notes)

enum class RefusalCode {
#define TALAR_WORD(word) word,
  TALAR_REFUSAL_CODES(TALAR_WORD)
#undef TALAR_WORD
};
BOOST_DESCRIBE_ENUM_BEGIN(RefusalCode)
#define TALAR_WORD(word) BOOST_DESCRIBE_ENUM_ENTRY(RefusalCode, word)
  TALAR_REFUSAL_CODES(TALAR_WORD)
#undef TALAR_WORD
BOOST_DESCRIBE_ENUM_END(RefusalCode)
// clang-format on

/// `field`: a path, on the wire from the frame's root, from the rules within the command ("content.minutes").
/// `expected`: in English what would have been right. `args` fill the client's translated sentence (numbers and short
/// words only).
struct Refusal {
  RefusalCode code = RefusalCode::malformed_json;
  std::optional<std::string> field;
  std::optional<std::string> expected;
  std::map<std::string, std::string> args;
  bool operator==(const Refusal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (code, field, expected, args))

template <class T>
using Result = boost::system::result<T, Refusal>;

[[noreturn]] void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where);

}  // namespace talar
