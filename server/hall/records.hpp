// The records of the current meeting and of the last ones: where they are, and whether they may still be changed.
#pragma once

#include "server/hall/lookup.hpp"

namespace talar::hall {

struct RecordPlace {
  MeetingId meeting_id;
  const Record& record;
};
struct TextPlace {
  MeetingId meeting_id;
  const Record& record;
  const MinutesText& text;  // version 0: nothing has been written yet
};
struct ResolutionPlace {
  MeetingId meeting_id;
  const Resolution& resolution;
};

/// MIN-9: not approved yet.
bool may_change(RecordState state);
bool may_change(const Record& record);
/// Of a meeting that was convened and not called off, whatever has become of the record, as long as it is at hand.
Result<RecordPlace> record_in(const State& state, MeetingId meeting, const char* field = "meeting");
/// One that may still be changed.
Result<RecordPlace> changing_record_in(const State& state, MeetingId meeting, const char* field = "meeting");
/// The text of an item, which may still be changed.
Result<TextPlace> text_in(const State& state, ItemId item, const char* field = "item");
/// The words of a resolution, which may still be changed.
Result<ResolutionPlace> resolution_in(const State& state, ResolutionId resolution, const char* field = "resolution");
/// MIN-13: the text that came of it.
Refusal too_long(std::string field);
/// For apply(): it is there.
Record& record_of(State& state, MeetingId meeting);
/// For check(): its texts.
void check_texts(const Record& record);

}  // namespace talar::hall
