// Every address of the server and who answers it.
#pragma once

#include "server/web/access.hpp"
#include "server/web/attachments.hpp"
#include "server/web/calendars.hpp"
#include "server/web/client_files.hpp"
#include "server/web/directory.hpp"
#include "server/web/forms_desk.hpp"
#include "server/web/oparl.hpp"
#include "server/web/origin.hpp"
#include "server/web/queue.hpp"
#include "server/web/records.hpp"
#include "server/web/replays.hpp"
#include "server/web/seals.hpp"
#include "server/web/service.hpp"
#include "server/web/sign_in.hpp"
#include "server/web/spreadsheets.hpp"
#include "server/web/texts.hpp"
#include "server/web/votes.hpp"

namespace talar::web {

struct SiteSettings {
  OriginRules origins;
  Millis invitations_valid{std::int64_t{7} * 86'400'000};
  enum class MetricsFor { loopback, everyone } metrics_for = MetricsFor::loopback;
  SignInRules sign_in;
  Limiter::Rule similar{.burst = 30, .refill{500}, .keys_max = 10'000};  // of one device: it asks while somebody types
  Limiter::Rule collecting{
      .burst = 10, .refill{1000}, .keys_max = 10'000};  // likewise: a signature costs a millisecond
  ReplayLimits replays;
  BoxPlace box;
  std::optional<std::string> font;  // of records: Vazirmatn as WOFF2
};

/// Any thread may ask.
class Site final : public Service {
 public:
  Site(live::Halls& halls, const storage::Database& database, storage::Accounts& accounts,
       const storage::Archive& archive, storage::Files& attached, ClientFiles files, SiteSettings settings);

  boost::asio::awaitable<Response> answer(const Request& request, Workers& workers) override;
  std::optional<Response> turn_away(const Request& upload) override;
  /// Of /live/{hall}.
  std::optional<Trouble> check_live(const Request& request) const override;
  live::Identity identify(const Request& request) override;
  /// Cookies are marked Secure.
  bool behind_tls() const override {
    return settings_.origins.public_url && settings_.origins.public_url->scheme == "https";
  }
  HttpMetrics& metrics() override { return metrics_; }
  void join() override;

 private:
  /// None: the workers take it.
  Queue* queue_for(const Request& request);
  /// `task` may find the hall thread silent, or fail.
  template <class Task>
  Response guarded(const Request& request, Task task) const;
  /// May block for what is not from memory: /api/, /oparl/.
  Response answer_now(const Request& request);
  Response api(const Request& request, std::string_view path);
  Response hall(const Request& request, std::string_view rest);
  Response page(const Request& request) const;
  Response ready() const;
  Response metrics_page(const Request& request) const;

  live::Halls& halls_;
  storage::Accounts& accounts_;
  const Directory directory_;
  const ClientFiles files_;
  const SiteSettings settings_;
  HttpMetrics metrics_;
  Passphrases passphrases_;
  SignInDesk sign_in_;
  AccessDesk access_;
  RecordsDesk records_;
  ReplayDesk replays_;
  CalendarDesk calendars_;
  AttachmentDesk attachments_;
  VoteDesk votes_;
  SealDesk seals_;
  TextDesk texts_;
  FormsDesk forms_;
  OparlDesk oparl_;
  SpreadsheetDesk spreadsheets_;
  // Apart from the workers, who would all read the archive for strangers, or wait for one printer; the last to be
  // built, so that they end first. The archive's pages of a whole hall come from one network.
  Queue reading_{2, {.all = 256, .per_network = 128}};
  Queue filming_{2, {.all = 16, .per_network = 8}};
  Queue printing_{1, {.all = 5, .per_network = 2}};
};

}  // namespace talar::web
