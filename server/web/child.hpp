// A program run for its work only: bounded in time, told nothing of us, and ended with everything it started.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace talar::web {

enum class ChildEnd { done, failed, too_late };

/// `arguments` begin with the program's path. It gets no file of ours but its error output, which goes to a file, no
/// environment but `environment`, and a process group of its own. Blocks until it has ended.
ChildEnd run_child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                   const std::filesystem::path& errors, std::chrono::milliseconds time_limit);

}  // namespace talar::web
