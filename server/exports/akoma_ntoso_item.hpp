// An agenda item as a debateSection.
#pragma once

#include "server/exports/akoma_ntoso.hpp"

namespace talar::exports::akn {

/// What a line that wrote itself says, as a `scene` or `narrative`.
void add_line(Parts& parts, pugi::xml_node parent, const Facts& facts, const RecordEntry& line);
/// Whether it is told by a speech, a vote or a resolution of the item.
bool told_elsewhere(const EntryView& entry);
void fill_section(Parts& parts, pugi::xml_node section, const Facts& facts, const RecordItem& item, const Lines& lines);

}  // namespace talar::exports::akn
