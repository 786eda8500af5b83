// Rows of the table `event`, in and out: for the journal, the verification and the rebuild.
#pragma once

#include "storage/chain.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

#define TALAR_EVENT_COLUMNS "hall, seq, meeting, at, actor, command_id, type, v, body, chain"

inline constexpr Query events_of_hall =
    "SELECT " TALAR_EVENT_COLUMNS " FROM event WHERE hall = ? AND seq > ? ORDER BY seq";
/// What wrote an item's text.
inline constexpr Query events_of_text = "SELECT " TALAR_EVENT_COLUMNS
                                        " FROM text_version JOIN event USING (seq) "
                                        "WHERE item = ? AND hall = ? ORDER BY version";
/// In the order in which they were committed across all halls.
inline constexpr Query events_of_all = "SELECT " TALAR_EVENT_COLUMNS " FROM event ORDER BY ordinal";
inline constexpr Query events_of_meeting =
    "SELECT " TALAR_EVENT_COLUMNS " FROM event WHERE hall = ? AND meeting = ? ORDER BY seq";
inline constexpr Query events_of_all_attached = "SELECT " TALAR_EVENT_COLUMNS " FROM original.event ORDER BY ordinal";

inline bool next_event(Rows& rows, EventRow& row, Chain& chain) {
  if (!rows.next()) return false;
  rows.into(row.hall, row.seq, row.meeting, row.at, row.actor, row.command, row.type, row.v, row.body, chain);
  return true;
}

inline void insert_event(Sql& sql, const EventRow& row, const Chain& chain) {
  sql.run("INSERT INTO event (" TALAR_EVENT_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?)", row.hall, row.seq, row.meeting,
          row.at, row.actor, row.command, row.type, row.v, row.body, chain);
}

#undef TALAR_EVENT_COLUMNS

}  // namespace talar::storage
