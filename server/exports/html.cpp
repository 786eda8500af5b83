// The record as a page that needs nothing beside itself: no script, no address but those it names.
#include <fmt/format.h>

#include <array>
#include <iterator>

#include "protocol/base64.hpp"
#include "server/exports/html_style.hpp"
#include "server/exports/markup.hpp"
#include "server/exports/paper.hpp"
#include "server/exports/qr.hpp"

namespace talar::exports {
namespace {

// Opened as a file the page has no headers to say it.
constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";
constexpr std::string_view emblem =
    R"(<svg viewBox="0 0 36 36" aria-hidden="true"><path d="M5 35V17a13 13 0 0 1 26 0v18M2 35h32" )"
    R"(fill="none" stroke="currentColor" stroke-width="2.6"/><path class="hand" d="M18 10.5v8.2l-5.4 )"
    R"(3.4" fill="none" stroke-width="2.6" stroke-linecap="square"/></svg>)";

class Writer {
 public:
  std::string document(const Paper& paper, const Source& source);

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }
  void put_id(const std::string& id) {
    if (!id.empty()) put(R"( id="{}" tabindex="-1")", escaped(id));
  }

  void style(const Source& source);
  void head(const Paper& paper);
  void foot(const Paper& paper);
  void span(const Span& span);
  void line(const Line& line);
  void blocks(const Blocks& blocks);
  void block(const Heading& heading);
  void block(const Paragraph& paragraph);
  void block(const Terms& terms);
  void block(const Table& table);
  void block(const Decision& decision);
  void block(const Signatures& signatures);
  void block(const Group& group);

  std::string out_;
};

std::string Writer::document(const Paper& paper, const Source& source) {
  put(R"(<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8">)");
  put(R"(<meta http-equiv="Content-Security-Policy" content="{}">)", policy);
  put(R"(<meta name="viewport" content="width=device-width, initial-scale=1"><title>{} · {}</title>)",
      escaped(paper.title), escaped(paper.hall));
  style(source);
  put("</head>\n<body><article>\n");
  if (paper.draft) put(R"(<p class="draft" data-text="پیش‌نویس" aria-hidden="true"></p>)");
  head(paper);
  blocks(paper.blocks);
  foot(paper);
  put("</article></body></html>\n");
  return std::move(out_);
}

void Writer::style(const Source& source) {
  put("<style>");
  if (source.font)
    put("@font-face {{ font-family: Vazirmatn; font-weight: 100 900; src: url(data:font/woff2;base64,{}) "
        "format(\"woff2\"); }}",
        to_base64(*source.font));
  put("{}</style>", html_style);
}

void Writer::head(const Paper& paper) {
  put(R"(<p class="name">بسمه‌تعالی</p>)");
  put(R"(<header class="head">{}<div class="org"><b>{}</b><span>دبیرخانه</span></div>)", emblem, escaped(paper.hall));
  put("<dl><dt>شماره</dt><dd>{}</dd><dt>تاریخ</dt><dd>{}</dd><dt>پیوست</dt><dd>{}</dd></dl></header>\n", paper.number,
      paper.date, paper.attachments);
  put("<h1>{}{}</h1>\n", escaped(paper.title), paper.draft ? " <small>(پیش‌نویس)</small>" : "");
  if (!paper.purpose.empty()) put(R"(<p class="purpose">{}</p>)", escaped(paper.purpose));
}

void Writer::foot(const Paper& paper) {
  put(R"(<footer class="foot"><div>)");
  if (!paper.address.empty()) put("{}", qr_svg(paper.address, "نشانی بررسی این صورتجلسه: " + paper.address));
  put("</div><div>");
  for (const Line& each : paper.foot) {
    put("<p>");
    line(each);
    put("</p>");
  }
  put("</div></footer>\n");
}

void Writer::span(const Span& span) {
  const bool within = span.link.starts_with('#');
  if (!span.link.empty())
    put(R"(<a href="{}"{}>)", escaped(span.link), within ? "" : R"( target="_blank" rel="noopener")");
  switch (span.tone) {
    case Tone::plain:
      put("{}", escaped(span.text));
      break;
    case Tone::strong:
      put("<b>{}</b>", escaped(span.text));
      break;
    case Tone::quiet:
      put(R"(<span class="quiet">{}</span>)", escaped(span.text));
      break;
    case Tone::code:
      put("<code>{}</code>", escaped(span.text));
      break;
    case Tone::struck:
      put("<s>{}</s>", escaped(span.text));
      break;
  }
  if (!span.link.empty()) put("</a>");
}

void Writer::line(const Line& line) {
  for (const Span& each : line) span(each);
}

void Writer::blocks(const Blocks& blocks) {
  for (const Block& each : blocks) std::visit([this](const auto& what) { block(what); }, each.what);
}

void Writer::block(const Heading& heading) {
  put("<h{}>", heading.level);
  line(heading.text);
  put("</h{}>\n", heading.level);
}

void Writer::block(const Paragraph& paragraph) {
  static constexpr std::array<std::string_view, 5> classes{"", "text", "entry", "quiet", "verdict"};
  const std::string_view name = classes.at(static_cast<std::size_t>(paragraph.kind));
  put("<p");
  if (!name.empty()) put(R"( class="{}")", name);
  put_id(paragraph.id);
  put(">");
  if (paragraph.kind == Paragraph::Kind::entry && !paragraph.text.empty()) {
    span(paragraph.text.front());  // the hour has a column of its own
    put("<span>");
    line({paragraph.text.begin() + 1, paragraph.text.end()});
    put("</span>");
  } else {
    line(paragraph.text);
  }
  put("</p>\n");
}

void Writer::block(const Terms& terms) {
  static constexpr std::array<std::string_view, 3> classes{"facts", "people", "choices"};
  put(R"(<dl class="{}">)", classes.at(static_cast<std::size_t>(terms.kind)));
  for (const Terms::Row& row : terms.rows)
    put("<dt>{}</dt><dd{}>{}</dd>\n", escaped(row.term), row.wide ? R"( class="wide")" : "", escaped(row.fact));
  put("</dl>\n");
}

void Writer::block(const Table& table) {
  static constexpr std::array<std::string_view, 4> classes{"agenda", "spoken", "options", "pairs"};
  const bool scrolls = table.kind == Table::Kind::pairs;
  if (scrolls) put(R"(<div class="scrolls" tabindex="0" role="region" aria-label="{}">)", escaped(table.head.front()));
  put(R"(<table class="{}"><thead><tr>)", classes.at(static_cast<std::size_t>(table.kind)));
  for (const std::string& title : table.head) put(R"(<th scope="col">{}</th>)", escaped(title));
  put("</tr></thead><tbody>\n");
  for (const Table::Row& row : table.rows) {
    put("<tr{}", row.part ? R"( class="part")" : "");
    put_id(row.id);
    put(">");
    for (const Line& cell : row.cells) {
      put("<td>");
      line(cell);
      put("</td>");
    }
    put("</tr>\n");
  }
  put("</tbody></table>{}\n", scrolls ? "</div>" : "");
}

void Writer::block(const Decision& decision) {
  put(R"(<div class="decision")");
  put_id(decision.id);
  put("><p>");
  line(decision.text);
  put("</p>");
  if (!decision.foot.empty()) put("<small>{}</small>", escaped(decision.foot));
  put("</div>\n");
}

void Writer::block(const Signatures& signatures) {
  put(R"(<ul class="signs">)");
  for (const Signatures::Cell& cell : signatures.cells) {
    put("<li><b>{}</b><small>{}</small>", escaped(cell.name), escaped(cell.office));
    if (!cell.signed_at.empty()) put(R"(<small class="at">{}</small>)", escaped(cell.signed_at));
    put("</li>\n");
  }
  put("</ul>\n");
}

void Writer::block(const Group& group) {
  static constexpr std::array<std::string_view, 4> classes{"item", "vote", "vote voided", "signing"};
  put(R"(<section class="{}")", classes.at(static_cast<std::size_t>(group.kind)));
  put_id(group.id);
  put(">\n");
  blocks(group.blocks);
  put("</section>\n");
}

}  // namespace

std::string html(const Source& source) {
  return Writer().document(paper(source), source);
}

}  // namespace talar::exports
