#include "server/hall/decide.hpp"

#include "server/hall/assert.hpp"
#include "server/hall/permissions.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Result<std::vector<Event>> decide(const State& state, const Context& context, const Command& command) {
  TALAR_ASSERT("a hall is founded before it is asked", state.seq > 0);
  TALAR_ASSERT("a person is named exactly for the kind person",
               context.person.has_value() == (context.kind == Context::Kind::person));
  const Asking asking{state, context, role_of(state, context)};
  auto decision = std::visit(
      [&]<class SomeCommand>(const SomeCommand& some) -> Decision {
        if (!may<SomeCommand>(asking.role)) {  // ROL-4
          return with(refuse(RefusalCode::not_allowed), "role", asking.role);
        }
        return decide_on(asking, some);
      },
      command);
  TALAR_ASSERT("an accepted command has at least one event", !decision || !decision->empty());
  return decision;
}

}  // namespace talar::hall
