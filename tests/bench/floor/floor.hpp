// The least that the machine takes for the same work: what every ratio is measured against.
#pragma once

namespace floor_ {

/// Accepts, upgrades, sends one ready-made state; whatever one client says goes to all with one send() each.
void serve(int port, long state_bytes);
/// Appending with fdatasync; SQLite (WAL, FULL) with 1 and 100 rows in a transaction. Prints JSON.
void disk(const char* folder, long milliseconds);

}  // namespace floor_
