package org.feedside.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PercentEncoding;
import org.feedside.base.text.XmlCharacters;
import org.feedside.config.EntriesConfig.PictureSource;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteConfig;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.FileAddress;
import org.feedside.markup.RenderedPage;
import org.feedside.markup.cleaning.FirstPicture;
import org.feedside.site.Post;

/** Makes the entry of a post from its HTML. */
record EntryMaker(SiteConfig config, ServiceConfig service, EnclosureLengths lengths, Consumer<Diagnostic> problems) {
    Entry entry(Post post, RenderedPage html) {
        html.problems().forEach(problems);
        var description = description(post);
        var isBlank = html.content().isBlank();
        var content = isBlank ? description.orElseGet(() -> link(post)) : html.content();
        var summary = isBlank ? Optional.<String>empty() : html.summary().or(() -> description);
        return new Entry(
                post.id(),
                PercentEncoding.permalink(post.permalink()),
                post.language().code(),
                line(post, "title", title(post)),
                post.date(),
                post.updated(),
                authors(post),
                categories(post),
                summary,
                content,
                true,
                service.needsSummaries() ? summary.or(() -> excerpt(post, content)) : Optional.empty(),
                picture(post, html),
                enclosure(post, config, lengths));
    }

    /** Returns the title or, if it is blank, the last part of the path: readers show nothing for a blank title. */
    private static String title(Post post) {
        var path = post.path().substring(0, post.path().length() - 1);
        var last = path.substring(path.lastIndexOf('/') + 1);
        return post.page()
                .title()
                .filter(title -> !title.isBlank())
                .orElse(last.isBlank() ? post.page().path().stem() : last);
    }

    private static Optional<String> excerpt(Post post, String content) {
        return Excerpt.of(content).map(EntryMaker::escape).or(() -> Optional.of(link(post)));
    }

    /** Returns a link to the page, the content of a post without text. */
    private static String link(Post post) {
        return "<p><a href=\"%s\">%s</a></p>"
                .formatted(
                        escape(PercentEncoding.permalink(post.permalink())), escape(XmlCharacters.line(title(post))));
    }

    static Optional<Enclosure> enclosure(Post post, SiteConfig config, EnclosureLengths lengths) {
        return post.page()
                .enclosure()
                .map(written -> new Enclosure(url(post, written.url(), config), lengths.of(written), written.type()));
    }

    private Optional<String> picture(Post post, RenderedPage html) {
        var source = service.entries().picture();
        var written = source == PictureSource.NONE ? Optional.<String>empty() : writtenPicture(post, config, lengths);
        return source == PictureSource.FIRST ? written.or(() -> FirstPicture.of(html.content())) : written;
    }

    /** Returns the URL of the picture in front matter: in the folder of the post if the file is there, else below base_url. */
    static Optional<String> writtenPicture(Post post, SiteConfig config, EnclosureLengths lengths) {
        var isThere = lengths.withPicture().contains(post.page().path());
        return post.page()
                .picture()
                .map(written -> written.isBesidePage() && !isThere
                        ? config.url("/" + written.text())
                        : url(post, written, config));
    }

    private static String url(Post post, FileAddress address, SiteConfig config) {
        if (address.isUrl()) {
            return address.text();
        }
        return address.isSitePath() ? config.url(address.text()) : FeedFile.folder(post.permalink()) + address.text();
    }

    private List<Person> authors(Post post) {
        var names = post.page().authors().isEmpty()
                ? config.author().stream().toList()
                : post.page().authors();
        return names.stream()
                .map(author -> Person.parse(line(post, "authors", author)))
                .filter(person -> !person.name().isEmpty())
                .toList();
    }

    private List<Category> categories(Post post) {
        var categories = new ArrayList<Category>();
        for (var term : post.terms()) {
            var scheme = PercentEncoding.permalink(config.permalink(term.taxonomyPath()));
            for (var used : term.namesIn(post.page(), config.slugify().taxonomies())) {
                var name = XmlCharacters.line(used);
                categories.add(
                        new Category(scheme, term.slug().isBlank() ? name : XmlCharacters.line(term.slug()), name));
            }
        }
        return categories;
    }

    private Optional<String> description(Post post) {
        return post.page().description().filter(text -> !text.isBlank()).map(text -> {
            warn(post, "description", text);
            return escape(XmlCharacters.clean(text));
        });
    }

    /** Escapes a text as HTML, in the way in which parsers serialize it. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00A0", "&nbsp;");
    }

    private String line(Post post, String key, String text) {
        warn(post, key, text);
        return XmlCharacters.line(text);
    }

    private void warn(Post post, String key, String text) {
        if (XmlCharacters.hasForbidden(text)) {
            problems.accept(Code.CHARACTER.warning(
                    post.page().file(),
                    "`%s` contains characters that XML does not allow, such as control characters: remove them (feeds leave them out)"
                            .formatted(key)));
        }
    }
}
