package org.feedside.markup.dialect;

import java.util.regex.Pattern;

/** Decides whether a line starts another kind of block and so ends a table (zola.md, section 12, item 8). */
final class TableInterruption {
    private static final Pattern START = Pattern.compile(
            "^(?:"
                    + "[-+*](?:[ \\t]|$)|\\d{1,9}[.)](?:[ \\t]|$)" // list item
                    + "|#{1,6}(?:[ \\t]|$)|>|`{3}|~{3}" // heading, quote, fence
                    + "|(?:\\*[ \\t]*){3,}$|(?:-[ \\t]*){3,}$|(?:_[ \\t]*){3,}$" // thematic break
                    + "|\\[\\^[^\\]\\s]+]:" // footnote definition
                    + "|</?(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|dt|dd|fieldset|figcaption|figure"
                    + "|footer|form|h[1-6]|header|hr|iframe|legend|li|main|menu|nav|ol|p|pre|script|section|style|summary|table"
                    + "|tbody|td|textarea|tfoot|th|thead|tr|ul)(?:[ \\t/>]|$)|<!--" // HTML block
                    + ")",
            Pattern.CASE_INSENSITIVE);

    private TableInterruption() {}

    static boolean at(CharSequence line) {
        return START.matcher(line).find();
    }
}
