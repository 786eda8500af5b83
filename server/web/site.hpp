// Every address of the server and who answers it.
#pragma once

#include <boost/system/result.hpp>

#include "server/live/identity.hpp"
#include "server/web/access.hpp"
#include "server/web/attachments.hpp"
#include "server/web/calendars.hpp"
#include "server/web/client_files.hpp"
#include "server/web/directory.hpp"
#include "server/web/metrics_text.hpp"
#include "server/web/origin.hpp"
#include "server/web/records.hpp"
#include "server/web/sign_in.hpp"

namespace talar::web {

struct SiteSettings {
  OriginRules origins;
  Millis invitations_valid{std::int64_t{7} * 86'400'000};
  enum class MetricsFor { loopback, everyone } metrics_for = MetricsFor::loopback;
  SignInRules sign_in;
  Limiter::Rule similar{.burst = 30, .refill{500}, .keys_max = 10'000};  // of one device: it asks while somebody types
};

/// Any thread may ask.
class Site {
 public:
  Site(live::Halls& halls, storage::Accounts& accounts, const storage::Archive& archive, storage::Files& attached,
       ClientFiles files, SiteSettings settings);

  /// From memory, at once: may be answered on a network thread. Everything else may block.
  static bool at_once(const Request& request);
  Response answer(const Request& request);
  /// Of a request that brings a file and whose body has not been read: what is wrong with it, or nothing. May block.
  std::optional<Response> turn_away(const Request& upload);

  /// An upgrade of /live/{hall}: what is wrong with it, or nothing.
  std::optional<Trouble> check_live(const Request& request) const;
  /// Who is at the other end of it. May block.
  live::Identity identify(const Request& request);

  /// People reach us by https, whoever speaks it for us: cookies are marked Secure.
  bool behind_tls() const { return settings_.origins.public_url && settings_.origins.public_url->scheme == "https"; }

  HttpMetrics& metrics() { return metrics_; }

 private:
  /// `work` may find the hall thread silent, or fail.
  template <class Work>
  Response guarded(const Request& request, Work work) const;
  Response api(const Request& request, std::string_view path);
  Response hall(const Request& request, std::string_view rest);
  Response ready() const;
  Response metrics_page(const Request& request) const;

  live::Halls& halls_;
  storage::Accounts& accounts_;
  const Directory directory_;
  const ClientFiles files_;
  const SiteSettings settings_;
  HttpMetrics metrics_;
  SignInDesk sign_in_;
  AccessDesk access_;
  RecordsDesk records_;
  CalendarDesk calendars_;
  AttachmentDesk attachments_;
};

}  // namespace talar::web
