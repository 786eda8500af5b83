// Every bound of the protocol stands here, with its unit. The codec enforces them, the JSON Schema publishes them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace talar::limits {

// Frames (bytes).
inline constexpr std::size_t frame_in_bytes = 64 * 1024;
inline constexpr std::size_t json_depth = 16;

// Texts (Unicode code points).
inline constexpr std::size_t name_chars = 120;
inline constexpr std::size_t short_name_chars = 40;
inline constexpr std::size_t title_chars = 300;
inline constexpr std::size_t question_chars = 600;
inline constexpr std::size_t reason_chars = 300;
inline constexpr std::size_t note_chars = 200;
inline constexpr std::size_t message_chars = 200;
inline constexpr std::size_t minutes_chars = 20'000;
inline constexpr std::size_t minutes_units = 40'000;  // UTF-16 units of such a text
inline constexpr std::size_t phrase_chars = 500;
inline constexpr std::size_t passage_chars = 2'000;
inline constexpr std::size_t addendum_chars = 4'000;
inline constexpr std::size_t progress_chars = 1'000;
inline constexpr std::size_t resolution_chars = 2'000;
inline constexpr std::size_t place_chars = 200;
inline constexpr std::size_t url_chars = 500;
inline constexpr std::size_t file_name_chars = 200;
inline constexpr std::size_t ballot_key_chars = 800;  // base64
inline constexpr std::size_t presenter_notes_chars = 4'000;
inline constexpr std::size_t proposal_chars = 2'000;
inline constexpr std::size_t report_chars = 8'000;

// Lists (entries).
inline constexpr std::size_t members = 4'000;
inline constexpr std::size_t enrol_batch = 200;
inline constexpr std::size_t items = 600;
inline constexpr std::size_t item_depth = 3;
inline constexpr std::size_t options = 20;
inline constexpr std::size_t responsible = 20;
inline constexpr std::size_t waiting_requests = 200;
inline constexpr std::size_t requests_per_item = 2'000;
inline constexpr std::size_t requests_per_person = 60;  // in an item
inline constexpr std::size_t comings_per_person = 100;  // in a meeting, by themselves: arrivals, departures, recusals
inline constexpr std::size_t votes_per_meeting = 200;
inline constexpr std::size_t corrections_per_vote = 20;
inline constexpr std::size_t resolutions_per_meeting = 200;
inline constexpr std::size_t entries_per_meeting = 10'000;
inline constexpr std::size_t ordinary_entries = 9'000;  // of them; the rest is for openings, votes and decisions
inline constexpr std::size_t drafts = 20;
inline constexpr std::size_t links = 10;        // of an item
inline constexpr std::size_t attachments = 20;  // of an item
inline constexpr std::size_t templates = 30;    // of a hall
inline constexpr std::size_t template_items = 100;
inline constexpr std::size_t proposals = 300;            // of a hall, decided ones included
inline constexpr std::size_t proposals_per_person = 20;  // that wait for an answer
inline constexpr std::size_t proposals_kept = 40;        // of a person, answered ones included
inline constexpr std::size_t groups = 50;                // of a chamber
inline constexpr std::size_t referrals = 300;            // of a hall, answered ones included
inline constexpr std::size_t text_updates = 200;         // of a text, in one command
inline constexpr std::size_t text_changes = 100;         // of an update
inline constexpr std::size_t recent_updates = 100;       // of a text, kept at hand for those who lack them
inline constexpr std::size_t recent_chars = 16'000;      // and how much they insert in all
inline constexpr std::size_t phrases = 60;               // of a hall
inline constexpr std::size_t records = 8;                // of ended meetings, at hand
inline constexpr std::size_t corrections = 300;          // of a record
inline constexpr std::size_t corrections_per_person = 40;
inline constexpr std::size_t addenda = 50;              // of a record
inline constexpr std::size_t follow_ups = 3'000;        // of a hall, finished ones included
inline constexpr std::size_t progress_notes = 200;      // of a resolution
inline constexpr std::size_t own_progress_notes = 100;  // of them, by whoever is responsible
inline constexpr std::size_t tasks = 50;                // of a person, at hand
inline constexpr std::size_t reminders = 20;            // in one draft

// Numbers.
inline constexpr std::int64_t item_minutes_max = 600;
inline constexpr std::int64_t turn_seconds_max = 3'600;
inline constexpr std::int64_t vote_seconds_max = 3'600;
inline constexpr std::int64_t recess_minutes_max = 240;
inline constexpr std::int64_t budget_seconds_max = 36'000;
inline constexpr std::int64_t quorum_wait_minutes_max = 240;
inline constexpr std::int64_t vote_points_max = 100;
inline constexpr std::int64_t vote_weight_max = 100;
inline constexpr std::int64_t attachment_bytes_max = 25'000'000;
inline constexpr std::int64_t text_hold_ms = 60'000;  // after the last sign of life of whoever holds a text
inline constexpr std::int64_t due_soon_days = 14;

}  // namespace talar::limits
