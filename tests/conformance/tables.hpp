// The list: every case with its name and where the RFCs say so.
#pragma once

#include "tests/conformance/script.hpp"

namespace talar::test {

Cases framing_cases();
Cases fragment_cases();
Cases control_cases();
Cases closing_cases();
Cases utf8_cases();
Cases compression_cases();
std::vector<HandshakeCase> handshake_cases(const House& house);
std::vector<HandshakeCase> offer_cases(const House& house);

}  // namespace talar::test
