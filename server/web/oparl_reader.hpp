// One answer of /oparl/v1 being put together: objects by their addresses, and lists of them.
#pragma once

#include <map>
#include <memory>

#include "server/exports/oparl_objects.hpp"
#include "server/web/oparl_page.hpp"
#include "storage/archive_oparl.hpp"

namespace talar::web {

/// Which lists a Body has, by its field.
inline constexpr std::pair<std::string_view, std::string_view> lists_of_a_body[] = {{"organization", "organizations"},
                                                                                    {"person", "people"},
                                                                                    {"meeting", "meetings"},
                                                                                    {"paper", "papers"},
                                                                                    {"agendaItem", "agenda-items"},
                                                                                    {"consultation", "consultations"},
                                                                                    {"file", "files"},
                                                                                    {"locationList", "locations"},
                                                                                    {"legislativeTermList", "terms"},
                                                                                    {"membership", "memberships"}};

/// For one request: every record is read once, however many of its parts are asked for.
class OparlReader {
 public:
  OparlReader(const storage::Archive& archive, const storage::OparlArchive& places, std::string server);

  using Json = exports::OparlJson;

  Json system() const;
  Json bodies(const OparlQuery& query) const;
  /// Of /people/0k3v9yq2rt, and of every other kind.
  std::optional<Json> object(std::string_view kind, const std::string& id);
  /// Of /bodies/rasht/meetings, and of every other list.
  std::optional<Json> list(const HallId& body, std::string_view what, const OparlQuery& query);
  /// Of /organizations/rivers/meetings.
  std::optional<Json> meetings_of(const HallId& organization, const OparlQuery& query);

 private:
  /// A public record with what OParl makes of it.
  struct Meeting {
    exports::Source source;
    exports::OparlRecord record;

    Meeting(exports::Source given, const exports::OparlRecord::Context& context)
        : source(std::move(given)), record(source, context) {}
  };

  const storage::OparlHall* hall(const HallId& id) const;
  /// The chamber that the hall belongs to, or is.
  HallId body_of(const HallId& hall) const;
  std::vector<HallId> halls_of(const HallId& body) const;
  std::vector<storage::OparlPerson> people(const HallId& body) const { return places_.people(halls_of(body)); }

  Json body(const storage::OparlHall& hall) const;
  Json organization(const storage::OparlHall& hall, const std::vector<storage::OparlPerson>& people) const;
  Json person(const storage::OparlHall& body, const storage::OparlPerson& person) const;
  Json membership(const storage::OparlPerson& person, const storage::OparlSeat& seat) const;
  Json term(const storage::OparlHall& hall, std::int64_t number) const;
  std::optional<Json> person_object(const std::string& id) const;
  std::optional<Json> membership_object(const std::string& id) const;
  std::optional<Json> term_object(const std::string& id) const;

  Meeting* meeting(const storage::OparlEntry& entry);
  /// As an object of this kind.
  std::optional<Json> of_meeting(const storage::OparlEntry& entry, std::string_view kind);
  std::optional<Json> part(const Meeting& meeting, std::string_view kind, const std::string& id) const;
  std::optional<storage::OparlEntry> place(std::string_view kind, const std::string& id) const;
  Json page(storage::OparlKind kind, std::string_view shape, std::vector<HallId> halls, const std::string& address,
            const OparlQuery& query);

  const storage::Archive& archive_;
  const storage::OparlArchive& places_;
  const std::string server_;
  const exports::OparlAddresses at_;
  const std::vector<storage::OparlHall> halls_;
  std::map<MeetingId, std::unique_ptr<Meeting>> meetings_;
};

}  // namespace talar::web
