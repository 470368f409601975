package org.feedside.site;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.content.PageDate;

/**
 * The date and the slug in the name of a page's file, or of its folder for a bundle (zola.md, section 3.2).
 *
 * @param slug the text from which the slug is made
 */
record PageFileName(Optional<PageDate> date, String slug) {
    private static final Pattern DATED = Pattern.compile("^(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"
            + "(?:T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d))?)"
            + "(?:\\s?[_-](.+$))?");

    static PageFileName of(String name, boolean keepDates) {
        var dated = DATED.matcher(name);
        if (!dated.find()) {
            return new PageFileName(Optional.empty(), name);
        }
        var date = PageDate.parse(dated.group(1));
        var slug = dated.group(2) == null || keepDates ? name : dated.group(2);
        return new PageFileName(date, slug);
    }
}
