// /oparl/v1: what everybody may see, as the objects and lists of OParl 1.1 (oparl.org).
#pragma once

#include "server/exports/oparl_objects.hpp"
#include "server/web/http.hpp"
#include "server/web/origin.hpp"
#include "storage/archive_oparl.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call. Any page may read the answers.
class OparlDesk {
 public:
  OparlDesk(const storage::Archive& archive, std::optional<PublicUrl> public_url)
      : archive_(archive), places_(archive), public_url_(std::move(public_url)) {}

  /// `path` is what follows /oparl/v1.
  Response answer(const Request& request, std::string_view path) const;

 private:
  const storage::Archive& archive_;
  const storage::OparlArchive places_;
  const std::optional<PublicUrl> public_url_;
};

}  // namespace talar::web
