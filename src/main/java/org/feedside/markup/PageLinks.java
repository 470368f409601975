package org.feedside.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PercentEncoding;
import org.feedside.markup.dialect.PageResolver;
import org.feedside.markup.marks.HtmlLimit;
import org.feedside.markup.shortcodes.ExpandedMarkdown;

/** Resolves the links and images of one page (zola.md, section 10.4). */
final class PageLinks implements PageResolver {
    /** The maximum number of characters that reference links may add to those in the text. */
    private static final long MAX_REFERENCE_CHARACTERS = 1_000_000;

    private static final String INTERNAL = "@/";
    private static final Pattern SCHEME = Pattern.compile("^[0-9A-Za-z-]+:");

    private final MarkdownBody body;
    private final ContentLinks links;
    private final ExpandedMarkdown text;
    private final SourcePositions source;
    private final List<Diagnostic> problems;
    private final HtmlLimit limit;
    private long remainingCharacters;

    PageLinks(
            MarkdownBody body,
            ContentLinks links,
            ExpandedMarkdown text,
            SourcePositions source,
            List<Diagnostic> problems,
            HtmlLimit limit) {
        this.body = body;
        this.links = links;
        this.text = text;
        this.source = source;
        this.problems = problems;
        this.limit = limit;
        this.remainingCharacters = MAX_REFERENCE_CHARACTERS + text.markdown().length();
    }

    @Override
    public boolean reserve(int characters, int offset) {
        if (remainingCharacters >= 0 && remainingCharacters < characters) {
            warn(
                    offset,
                    "links and images from here on are left out: the addresses on this page are too long in total; shorten them or use fewer");
            remainingCharacters = -1;
        }
        remainingCharacters = remainingCharacters < 0 ? -1 : remainingCharacters - characters;
        return remainingCharacters >= 0;
    }

    @Override
    public HtmlLimit limit() {
        return limit;
    }

    @Override
    public String link(String address, int offset) {
        return counted(resolved(address, offset));
    }

    private String resolved(String address, int offset) {
        var destination = text.address(address);
        if (destination.isEmpty()) {
            warn(offset, "this link has no address; write one between its parentheses");
            return "#";
        }
        if (destination.startsWith(INTERNAL)) {
            return internal(destination, offset);
        }
        if (destination.startsWith("#")) {
            return body.permalink() + destination;
        }
        return isBesidePage(destination) ? body.folder() + destination : destination;
    }

    @Override
    public String image(String address, int offset) {
        var destination = text.address(address);
        return counted(isBesidePage(destination) ? body.folder() + destination : destination);
    }

    /** A short text can refer to a long address many times. */
    private String counted(String url) {
        limit.count(url.length());
        return url;
    }

    @Override
    public String code(String literal) {
        return text.code(literal);
    }

    @Override
    public boolean isBlock(String placeholder) {
        return text.isBlock(placeholder);
    }

    @Override
    public boolean linksHeadings() {
        return body.linkedHeadings();
    }

    private String internal(String destination, int offset) {
        var hash = destination.indexOf('#');
        var path = destination.substring(INTERNAL.length(), hash < 0 ? destination.length() : hash);
        var target = links.permalink(path).or(() -> links.permalink(PercentEncoding.decodedPath(path)));
        if (target.isEmpty()) {
            warn(
                    offset,
                    "there is no page or section %s below the content folder; correct the link or add the file"
                            .formatted(path));
            return body.permalink();
        }
        return target.get() + (hash < 0 ? "" : destination.substring(hash));
    }

    /** Returns whether the URL is that of a file in the page's own folder. */
    private static boolean isBesidePage(String destination) {
        return !destination.startsWith("/")
                && !destination.startsWith("..")
                && !destination.startsWith("#")
                && !SCHEME.matcher(destination).find();
    }

    private void warn(int offset, String message) {
        problems.add(Code.LINK.warning(source.place(text.original(offset)), message));
    }
}
