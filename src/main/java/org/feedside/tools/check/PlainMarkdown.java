package org.feedside.tools.check;

import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Place;
import org.feedside.content.FileText;

/** A post's Markdown with spaces in place of code, so that offsets stay. */
record PlainMarkdown(String file, FileText source, String text) {
    private static final Pattern CODE = Pattern.compile(
            "(?ms)^[ \\t>]*(```+|~~~+).*?(?:^[ \\t>]*\\1|\\z)|(?s)(?<!`)(`+)(?!`).+?(?<!`)\\2(?!`)|<!--.*?-->|\\{[{%]/\\*.*?\\*/[}%]}");

    static PlainMarkdown of(String file, FileText source) {
        var body = source.body();
        var text = CODE.matcher(body).replaceAll(code -> code.group().replaceAll("[^\\n]", " "));
        return new PlainMarkdown(file, source, text);
    }

    Place place(int offset) {
        var before = text.substring(0, offset);
        var line = (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, source.bodyLine() + line, offset - before.lastIndexOf('\n'));
    }
}
