// A meeting's record in the forms that offices, archives and open-data portals want. Pure: the same record gives the
// same bytes, whenever and wherever it is asked for.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"

namespace talar::exports {

BOOST_DEFINE_ENUM_CLASS(Format, html, pdf, docx, xlsx, csv, akn, popolo, oparl, ics, jsonl)

/// RFC 6838.
std::string_view media_type(Format format);
/// What a downloaded file is called, in ASCII: "chamber-1402-1.docx" (hall, term, number).
std::string file_name(const HallId& hall, const MeetingSummary& meeting, Format format);

/// What a record is made of. `record` is as the one who asks may see it.
struct Source {
  HallId hall;
  MeetingRecord record;
  std::map<HallId, HallRow> halls;  // its own, the one above it, and groups that the record names
  std::string url;                  // where this server is, "https://talar.rasht.ir"; empty: unknown, no links
  std::optional<std::string> font;  // Vazirmatn as WOFF2, to be put into the page; none: whatever the reader has
  std::map<VoteId, std::string> keys = {};          // of secret votes: the number by which people know their key again
  std::map<PersonId, Name> names = {};              // of those, too, who were not of the hall at the meeting
  std::map<MeetingId, std::int64_t> meetings = {};  // numbers of others that the record names
  std::map<std::int64_t, ReferralContent> referrals = {};  // by the seq of the line that tells of it
};

// Each in a file of its name.
std::string html(const Source& source);
std::string docx(const Source& source);
std::string xlsx(const Source& source);
std::string csv(const Source& source);
std::string akoma_ntoso(const Source& source);
std::string popolo(const Source& source);
std::string oparl(const Source& source);

}  // namespace talar::exports
