// RFC 7692: messages compressed by permessage-deflate, and what may not be.
#include <zlib.h>

#include "server/live/deflate.hpp"
#include "tests/conformance/tables.hpp"

namespace talar::test {
namespace {

struct How {
  int level = 9;
  int window_bits = 15;
  int strategy = Z_DEFAULT_STRATEGY;
  int flush = Z_SYNC_FLUSH;  // Z_FINISH: with BFINAL
  std::size_t block = 1 << 20;
};

/// A peer's compressor. It keeps its context from message to message, as long as it lives.
class Packer {
 public:
  explicit Packer(const How& how = {}) : how_(how) {
    deflateInit2(&stream_, how.level, Z_DEFLATED, -how.window_bits, 8, how.strategy);
  }
  ~Packer() { deflateEnd(&stream_); }
  Packer(const Packer&) = delete;

  /// The payload of a compressed message: without the four bytes of its last flush.
  std::string operator()(std::string_view message) {
    std::string out;
    for (; message.size() > how_.block; message.remove_prefix(how_.block))
      out += run(message.substr(0, how_.block), Z_FULL_FLUSH);
    out += run(message, how_.flush);
    if (how_.flush == Z_FINISH) return out;
    return out.substr(0, out.size() - 4);
  }

 private:
  std::string run(std::string_view bytes, int flush) {
    std::string out(deflateBound(&stream_, bytes.size()) + 100, '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    deflate(&stream_, flush);
    out.resize(out.size() - stream_.avail_out);
    return out;
  }

  How how_;
  z_stream stream_{};
};

std::string packed(std::string_view message, const How& how = {}) {
  return Packer(how)(message);
}

const std::string zero(1, '\0');
const std::string ping7 = ping_text(7);
const auto f = masked;

std::string whole(std::string_view payload, unsigned opcode = text) {
  return f(fin | rsv1 | opcode, payload);
}

void compressors(Cases& cases) {
  const std::string reference = "RFC 7692 7.2.1 and 7.2.2";
  for (const int level : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    cases.push_back(
        {"deflated at level " + std::to_string(level), reference, {whole(packed(ping7, {.level = level}))}, {"t:7"}});
  for (const int bits : {9, 10, 11, 12, 13, 14, 15})
    cases.push_back({"deflated in a window of " + std::to_string(bits) + " bits",
                     "RFC 7692 7.1.2.2",
                     {whole(packed(ping_text(7, 60'000), {.window_bits = bits}))},
                     {"t:7"}});
  for (const auto& [name, strategy] :
       {std::pair{"filtered", Z_FILTERED}, {"Huffman only", Z_HUFFMAN_ONLY}, {"runs", Z_RLE}, {"fixed", Z_FIXED}})
    cases.push_back({std::string("deflated by the strategy ") + name,
                     reference,
                     {whole(packed(ping_text(7, 5'000), {.strategy = strategy}))},
                     {"t:7"}});
  for (const std::size_t size : {126, 127, 16'383, 16'384, 16'385, 32'768, 65'535, 65'536})
    cases.push_back({"inflates to " + std::to_string(size), reference, {whole(packed(ping_text(7, size)))}, {"t:7"}});
  cases.push_back(
      {"65,000 bytes, stored", "RFC 7692 7.2.3.3", {whole(packed(ping_text(7, 65'000), {.level = 0}))}, {"t:7"}});
  cases.push_back({"several blocks", "RFC 7692 7.2.3.5", {whole(packed(ping7, {.block = 5}))}, {"t:7"}});
  cases.push_back({"an ended block (BFINAL) and an empty one",
                   "RFC 7692 7.2.3.4",
                   {whole(packed(ping7, {.flush = Z_FINISH}) + zero)},
                   {"t:7"}});
  cases.push_back(
      {"an ended block and nothing behind", "RFC 7692 7.2.3.4", {whole(packed(ping7, {.flush = Z_FINISH}))}, {"t:7"}});
  cases.push_back(
      {"two ended blocks",
       "RFC 7692 7.2.3.4",
       {whole(packed(ping7.substr(0, 9), {.flush = Z_FINISH}) + packed(ping7.substr(9), {.flush = Z_FINISH}) + zero)},
       {"t:7"}});
  cases.push_back({"the example Hello",
                   "RFC 7692 7.2.3.1",
                   {whole(std::string("\xf2\x48\xcd\xc9\xc9\x07\x00", 7))},
                   {"malformed_json"}});
  cases.push_back({"an empty message", "RFC 7692 7.2.3.6", {whole(zero)}, {"malformed_json"}});
  cases.push_back({"an empty message of no byte", "RFC 7692 7.2.3.6", {whole("")}, {"malformed_json"}});
  cases.push_back({"a hundred in a row, each for itself",
                   "RFC 7692 7.1.1.2",
                   {repeat(whole(packed(ping7)), 100)},
                   std::vector<std::string>(100, "t:7")});
}

void fragments(Cases& cases) {
  const std::string reference = "RFC 7692 7.2.1, RSV1 in the first frame only",
                    text_of = "RFC 7692 7.2.2, RFC 6455 8.1";
  const std::string all = packed(ping7);
  Case cuts{"two fragments, at every cut", reference, {}, {"t:7"}};
  for (std::size_t cut = 0; cut <= all.size(); ++cut)
    cuts.ways.push_back(f(rsv1 | text, all.substr(0, cut)) + f(fin, all.substr(cut)));
  cases.push_back(cuts);
  cases.push_back({"fragments of one byte", reference, {in_fragments(all, 1, rsv1)}, {"t:7"}});
  cases.push_back(
      {"pings between fragments",
       reference,
       {f(rsv1 | text, all.substr(0, 3)) + f(fin | ping, "p") + f(0, "") + f(fin | ping, "q") + f(fin, all.substr(3))},
       {"pong:p", "pong:q", "t:7"}});
  cases.push_back({"plain and compressed in turn",
                   "RFC 7692 6.1",
                   {f(fin | text, ping_text(1)) + whole(packed(ping_text(2))) + in_fragments(ping_text(3), 9) +
                    in_fragments(packed(ping_text(4)), 9, rsv1) + f(fin | text, ping_text(5))},
                   {"t:1", "t:2", "t:3", "t:4", "t:5"}});
  Case names{"a text that is cut inside of its characters", text_of, {""}, {}};
  const std::string persian = packed(naming("سلام 🌟"));
  for (std::size_t cut = 1; cut < persian.size(); ++cut) {
    names.ways[0] += f(rsv1 | text, persian.substr(0, cut)) + f(fin, persian.substr(cut));
    names.said.push_back("field:سلام 🌟");
  }
  cases.push_back(names);
  for (const std::string bad : {"\xff", "\xed\xa0\x80", "\xc0\xaf", "\xd8", "\xf4\x90\x80\x80"}) {
    const std::string deflated = packed(bad);
    cases.push_back({"no text inside, " + std::to_string(bad.size()) + " bytes from " +
                         std::to_string(static_cast<unsigned char>(bad[0])),
                     text_of,
                     {whole(deflated), in_fragments(deflated, 1, rsv1), whole(packed("{" + bad))},
                     {"close:1007"}});
  }
  cases.push_back({"a plain message is checked as text still", text_of, {f(fin | text, "\xff")}, {"close:1007"}});
  cases.push_back({"binary", "RFC 6455 7.4.1", {whole(all, binary)}, {"close:1003"}});
}

void breaches(Cases& cases) {
  const std::string bits = "RFC 7692 6 and 6.1", all = packed(ping7);
  cases.push_back({"RSV1 on the second fragment",
                   bits,
                   {f(rsv1 | text, all.substr(0, 3)) + f(fin | rsv1, all.substr(3))},
                   {"close:1002"}});
  cases.push_back(
      {"RSV1 on the second fragment of a plain text", bits, {f(text, "{") + f(fin | rsv1, "}")}, {"close:1002"}});
  cases.push_back({"RSV1 on a ping", bits, {f(fin | rsv1 | ping, "")}, {"close:1002"}});
  cases.push_back({"RSV1 on a pong", bits, {f(fin | rsv1 | pong, "")}, {"close:1002"}});
  cases.push_back({"RSV1 on a close", bits, {f(fin | rsv1 | close, "\x03\xe8")}, {"close:1002"}});
  cases.push_back({"RSV1 on an unknown opcode", bits, {f(fin | rsv1 | 0x3, "")}, {"close:1002"}});
  cases.push_back({"RSV1 and RSV2", bits, {f(fin | rsv1 | rsv2 | text, all)}, {"close:1002"}});
  cases.push_back({"RSV1 and RSV3", bits, {f(fin | rsv1 | rsv3 | text, all)}, {"close:1002"}});
  cases.push_back({"RSV2 alone", bits, {f(fin | rsv2 | text, all)}, {"close:1002"}});

  const std::string broken = "RFC 7692 7.2.2, RFC 6455 7.4.1 on 1007";
  std::vector<std::string> cut_short;
  for (std::size_t size = 1; size + 1 < all.size(); ++size) cut_short.push_back(whole(all.substr(0, size)));
  cases.push_back({"cut short anywhere", broken, cut_short, {"close:1007"}});
  cases.push_back(
      {"a block of the type that does not exist", broken, {whole("\x07"), whole("\x06\x01\x02")}, {"close:1007"}});
  cases.push_back({"a stored block whose length does not fit its check",
                   broken,
                   {whole(std::string("\x00\x05\x00\x00\x00Hello", 10))},
                   {"close:1007"}});
  cases.push_back({"too many codes", broken, {whole("\xfd\xff\xff\xff\xff\xff\xff\xff")}, {"close:1007"}});
  cases.push_back(
      {"a distance before the beginning", broken, {whole(std::string("\xf2\x00\x11\x00\x00", 5))}, {"close:1007"}});
  cases.push_back(
      {"noise", broken, {whole("\xee\x13\x37\xab\xcd\xef\x99\x42"), whole(std::string(200, '\xff'))}, {"close:1007"}});
  cases.push_back(
      {"the four bytes that are not sent", "RFC 7692 7.2.1", {whole(all + zero + zero + "\xff\xff")}, {"close:1007"}});
  Packer keeps_context;
  const std::string first = keeps_context(ping_text(7, 300)), second = keeps_context(ping_text(7, 300));
  cases.push_back({"the second message of a context that was not to be kept",
                   "RFC 7692 7.1.1.2",
                   {whole(first) + whole(second)},
                   {"t:7", "close:1007"}});
  cases.push_back({"a broken one behind a good one", broken, {whole(all) + whole("\x07")}, {"t:7", "close:1007"}});

  const std::string size = "RFC 7692 8, RFC 6455 10.4";
  constexpr std::size_t most = limits::frame_in_bytes;
  cases.push_back(
      {"one byte more than the limit inside", size, {whole(packed(ping_text(7, most + 1)))}, {"close:1009"}});
  cases.push_back({"a bomb of 50 MB", size, {whole(packed(std::string(50'000'000, '0')))}, {"close:1009"}});
  cases.push_back(
      {"a bomb in fragments", size, {in_fragments(packed(std::string(20'000'000, '0')), 5'000, rsv1)}, {"close:1009"}});
  cases.push_back({"too large already as it comes", size, {header(fin | rsv1 | text, most + 1, 8)}, {"close:1009"}});
  cases.push_back({"too large already as it comes, in fragments",
                   size,
                   {f(rsv1 | text, std::string(most, 'x')) + header(fin, 1, 1)},
                   {"close:1009"}});
}

}  // namespace

Cases compression_cases() {
  Cases cases;
  compressors(cases);
  fragments(cases);
  breaches(cases);
  for (Case& test : cases) {
    test.name = "deflate: " + test.name;
    test.deflate = Deflate::offered;
  }
  const std::string not_agreed = "RFC 6455 5.2, RFC 7692 6";
  cases.push_back({"RSV1 though nothing was agreed", not_agreed, {whole(packed(ping7)), whole("")}, {"close:1002"}});
  cases.push_back(
      {"RSV1 on a binary though nothing was agreed", not_agreed, {whole(packed(ping7), binary)}, {"close:1002"}});
  cases.push_back({"RSV1 on a first fragment though nothing was agreed",
                   not_agreed,
                   {in_fragments(packed(ping7), 5, rsv1)},
                   {"close:1002"}});
  return cases;
}

}  // namespace talar::test
