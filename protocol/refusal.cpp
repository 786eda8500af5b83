#include "protocol/refusal.hpp"

#include <stdexcept>

#include "protocol/words.hpp"

namespace talar {

void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where) {
  std::string text = "refused: " + std::string(word(refusal.code));
  if (refusal.field) text += " at " + *refusal.field;
  if (refusal.expected) text += ", expected " + *refusal.expected;
  throw std::runtime_error(text + " (" + where.to_string() + ")");
}

}  // namespace talar
