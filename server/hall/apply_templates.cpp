#include "server/hall/apply.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded&, const TemplateSaved& e) {
  state.templates.insert_or_assign(e.agenda_template, e.content);
}

void apply_on(State& state, const Recorded&, const TemplateRemoved& e) {
  state.templates.erase(e.agenda_template);
}

}  // namespace talar::hall
