// OParl 1.1 objects (schema.oparl.org/1.1). An object's id is the address at which /oparl/v1 answers it; the export of
// one meeting and the API write the same objects.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/exports/exports.hpp"
#include "server/exports/names.hpp"

namespace talar::exports {

using OparlJson = nlohmann::ordered_json;

/// Where things are. Without a server's address ids are names (urn:talar:oparl/v1/…) and nothing can be downloaded.
class OparlAddresses {
 public:
  explicit OparlAddresses(std::string server) : server_(std::move(server)) {}

  std::string system() const { return at(""); }
  std::string bodies() const { return at("/bodies"); }
  std::string body(const HallId& hall) const { return at("/bodies/" + hall.value); }
  std::string list(const HallId& body, std::string_view what) const;
  std::string organization(const HallId& hall) const { return at("/organizations/" + hall.value); }
  std::string person(PersonId person) const { return at("/people/" + person.text()); }
  std::string membership(const HallId& hall, PersonId person) const;
  std::string meeting(MeetingId meeting) const { return at("/meetings/" + meeting.text()); }
  std::string location(MeetingId meeting) const { return at("/locations/" + meeting.text()); }
  std::string item(ItemId item) const { return at("/agenda-items/" + item.text()); }
  /// `paper` and `file` as OparlRecord names them.
  std::string paper(std::string_view paper) const { return at("/papers/" + std::string(paper)); }
  std::string consultation(std::string_view paper) const { return at("/consultations/" + std::string(paper)); }
  std::string file(std::string_view file) const { return at("/files/" + std::string(file)); }
  std::string term(const HallId& hall, std::int64_t term) const;
  /// Of what this server answers elsewhere; empty without its address.
  std::string elsewhere(std::string_view path) const { return server_.empty() ? "" : server_ + std::string(path); }

 private:
  std::string at(std::string_view path) const;

  std::string server_;
};

/// `{id, type}`
OparlJson oparl_object(std::string_view id, std::string_view type);
void put_times(OparlJson& object, Instant created, Instant modified);

/// What OParl has of one meeting. A resolution that was voided is a deleted Paper, any other is a Paper ("resolution-…"), and so is an item that has public files
/// ("item-…"); a meeting's record is a File for each of its forms ("record-….html").
class OparlRecord {
 public:
  /// body: the chamber that the hall belongs to, or is.
  struct Context {
    std::optional<HallId> body;
    Instant modified;
  };
  OparlRecord(const Source& source, Context context);

  OparlJson meeting() const;
  OparlJson location() const;
  enum class Place { within, alone };  // within its meeting it does not say which that is
  OparlJson item(const RecordItem& item, Place place = Place::within) const;
  OparlJson paper(const RecordItem& item, const RecordResolution& resolution) const;
  OparlJson paper(const RecordItem& item) const;
  OparlJson consultation(const RecordItem& item, const std::string& paper, Place place = Place::within) const;
  OparlJson file(const RecordItem& item, const AttachmentRow& file) const;
  OparlJson file(Format form) const;

  static std::string id_of(ResolutionId resolution) { return "resolution-" + resolution.text(); }
  static std::string id_of(ItemId item) { return "item-" + item.text(); }
  static std::string id_of(MeetingId meeting, Format form);
  /// The forms in which a record is a file of the meeting; the first is its protocol.
  static const std::vector<Format>& forms();

 private:
  OparlJson object(std::string_view id, std::string_view type) const;
  OparlJson paper_of(const RecordItem& item, const std::string& id) const;
  std::optional<std::string> first_paper(const RecordItem& item) const;
  Instant began() const;

  const Source& source_;
  const MeetingRecord& record_;
  const Context context_;
  const OparlAddresses at_;
};

/// «تصویب شد», «به جلسهٔ بعد موکول شد»: how an item ended; nothing of one that has not.
std::optional<std::string> result_of(const RecordItem& item);

}  // namespace talar::exports
