package org.feedside.tools.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.SiteReading;
import org.feedside.site.Post;

/**
 * Explains one file: in which feeds it is, or why it is in none.
 *
 * @param feeds the paths of the feeds that show it
 * @param reasons why no feed shows it
 * @param facts its address, id and dates, as far as it has them
 * @param removed how many elements of its HTML were cleaned away, by name
 */
public record PostReport(
        List<String> feeds, List<String> reasons, Map<String, String> facts, Map<String, Long> removed) {
    private static final Pattern TAG = Pattern.compile("<([A-Za-z][A-Za-z0-9-]*)(?=[\\s/>])");

    static PostReport of(Path file, SiteReading reading, BuildOptions options, List<Diagnostic> problems) {
        Predicate<String> isNamed = name -> absolute(Path.of(name)).equals(absolute(file));
        var source = reading.library().sources().stream()
                .filter(s -> isNamed.test(s.file()))
                .findFirst();
        var errors = problems.stream()
                .filter(Diagnostic::isError)
                .filter(p -> isNamed.test(p.place().file()))
                .map(p -> "it has an error: " + p.message())
                .toList();
        var post = reading.site().posts().stream()
                .filter(p -> isNamed.test(p.page().file()))
                .findFirst();
        var shown = new ArrayList<String>();
        var entry = Optional.<Entry>empty();
        for (Feed feed : reading.feeds().all()) {
            var here = feed.entries().stream()
                    .filter(e -> post.filter(p -> p.id().equals(e.id())).isPresent())
                    .findFirst();
            here.ifPresent(e -> shown.add(feed.files().get(0).path()));
            entry = entry.or(() -> here);
        }
        var reasons = new ArrayList<>(errors);
        if (shown.isEmpty() && errors.isEmpty()) {
            reasons.add(
                    post.isPresent()
                            ? "all feeds show only newer posts, because of `limit` or `feed_limit`"
                            : reason(source, reading, options));
        }
        var facts = new LinkedHashMap<String, String>();
        post.ifPresent(p -> facts(p, facts));
        if (post.isEmpty()) {
            source.flatMap(s -> Optional.ofNullable(
                            reading.site().permalinks().get(s.path().path())))
                    .ifPresent(url -> facts.put("address", url));
        }
        var removed = source.isPresent() && entry.isPresent()
                ? removed(source.get(), entry.get().content())
                : Map.<String, Long>of();
        return new PostReport(shown, reasons, facts, removed);
    }

    private static void facts(Post post, Map<String, String> facts) {
        facts.put("address", post.permalink());
        facts.put("id", post.id());
        facts.put("date", post.date().text());
        facts.put("updated", post.updated().text());
    }

    private static String reason(Optional<ContentFile> source, SiteReading reading, BuildOptions options) {
        if (source.isEmpty()) {
            return "it is not a page of the site: it is not below the folder of posts, or `ignored_content` excludes it";
        }
        if (!(source.get() instanceof Page page)) {
            return "it is a section, not a post";
        }
        var scheduled = reading.site().scheduled().stream()
                .filter(s -> s.file().equals(page.file()))
                .findFirst();
        if (scheduled.isPresent()) {
            return "it is scheduled for " + scheduled.get().until();
        } else if (page.draft() && !options.drafts()) {
            return "it is a draft";
        } else if (!reading.site().permalinks().containsKey(page.path().path())) {
            return "it is not on the site: its section is a draft, or it has expired";
        } else if (!page.rendered()) {
            return "`render = false` excludes it";
        } else if (!page.inFeeds()) {
            return "`include_in_feeds` or `extra.skip_feed` excludes it";
        }
        return "it has no `date`";
    }

    /** Elements that the source has, outside of code, and the entry has not. */
    private static Map<String, Long> removed(ContentFile source, String html) {
        var removed = new TreeMap<>(
                tags(PlainMarkdown.of(source.file(), source.text()).text()));
        tags(html)
                .forEach((name, count) -> removed.computeIfPresent(name, (n, all) -> all > count ? all - count : null));
        return removed;
    }

    private static Map<String, Long> tags(String html) {
        return TAG.matcher(html)
                .results()
                .collect(Collectors.groupingBy(tag -> tag.group(1).toLowerCase(Locale.ROOT), Collectors.counting()));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
