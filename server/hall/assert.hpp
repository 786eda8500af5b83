// Our own mistakes end the process, in release builds too: a hall that broke a rule must not go on and be recorded.
#pragma once

namespace talar::hall {

[[noreturn]] void broken(const char* rule, const char* condition, const char* file, int line);

}  // namespace talar::hall

/// `rule` is a number of RULES.md, or a few words when the fault is in the code around the rules.
#define TALAR_ASSERT(rule, condition) \
  ((condition) ? static_cast<void>(0) : ::talar::hall::broken(rule, #condition, __FILE__, __LINE__))
