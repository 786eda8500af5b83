// Whose a device is, or will be: a person's, or one of the hall's own.
#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "protocol/id.hpp"

namespace talar {

/// display: the hall's projector; kiosk: the tablet at the door.
BOOST_DEFINE_ENUM_CLASS(DeviceKind, personal, display, kiosk)

struct Holder {
  Holder() = default;
  Holder(PersonId its_person) : person(its_person) {}
  Holder(DeviceKind some_kind) : kind(some_kind) {}

  DeviceKind kind = DeviceKind::personal;
  std::optional<PersonId> person;  // exactly when kind is `personal`
  bool operator==(const Holder&) const = default;
};

}  // namespace talar
