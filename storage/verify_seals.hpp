// Inside verify(): every sealed record is made anew and compared with its seal.
#pragma once

#include "storage/sql.hpp"
#include "storage/verify.hpp"

namespace talar::storage {

/// `journal` has an archive that was just filled from the journal, `archive` the database that is verified.
std::vector<Finding> check_seals(Sql& journal, Sql& archive);

}  // namespace talar::storage
