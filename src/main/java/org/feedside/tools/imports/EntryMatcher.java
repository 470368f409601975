package org.feedside.tools.imports;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.content.PageDate;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.refreshing.guards.KnownPost;
import org.feedside.refreshing.guards.NormalizedPath;
import org.feedside.site.Post;

/**
 * Matches the entries of an old feed with the posts of a site, by the most reliable criterion first: the id, the path,
 * a former path of the post, the last part of the path, the title. A post matches at most one entry.
 */
final class EntryMatcher {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern REFERENCE = Pattern.compile("&(?:amp;)?(?:#\\w{1,7}|[a-z]{2,8});");

    private final ImportedFeed feed;
    private final List<Post> posts;
    private final Map<ImportedFeed.Entry, Post> found = new HashMap<>();
    private final Set<Post> taken = new LinkedHashSet<>();

    private EntryMatcher(ImportedFeed feed, List<Post> posts) {
        this.feed = feed;
        this.posts = posts;
    }

    /** How unique a key must be to identify a post. */
    private enum Uniqueness {
        /** Only one post has the key. If several entries have it, the first entry matches the post. */
        OF_POST,
        /** One post and one entry have the key. */
        OF_BOTH
    }

    /** Returns the post of each entry that matches one. No post occurs twice. */
    static Map<ImportedFeed.Entry, Post> of(ImportedFeed feed, List<Post> posts) {
        return new EntryMatcher(feed, posts).match();
    }

    private Map<ImportedFeed.Entry, Post> match() {
        step(entry -> entry.id().stream().toList(), post -> List.of(post.id()), Uniqueness.OF_POST, (e, p) -> true);
        step(
                entry -> normalized(Stream.concat(entry.link().stream(), entry.id().stream())),
                post -> normalized(Stream.of(post.permalink())),
                Uniqueness.OF_POST,
                (e, p) -> true);
        step(this::paths, EntryMatcher::paths, Uniqueness.OF_POST, (e, p) -> true);
        step(this::paths, EntryMatcher::aliases, Uniqueness.OF_POST, (e, p) -> true);
        step(entry -> slugs(paths(entry)), post -> slugs(paths(post)), Uniqueness.OF_POST, EntryMatcher::isSameDay);
        step(entry -> slugs(paths(entry)), post -> slugs(paths(post)), Uniqueness.OF_BOTH, (e, p) -> true);
        step(
                entry -> title(entry.title()),
                post -> title(post.page().title().orElse("")),
                Uniqueness.OF_POST,
                EntryMatcher::isSameDay);
        return found;
    }

    /** Assigns each unmatched entry the one unmatched post with the same key. */
    private void step(
            Function<ImportedFeed.Entry, Collection<String>> ofEntry,
            Function<Post, Collection<String>> ofPost,
            Uniqueness uniqueness,
            BiPredicate<ImportedFeed.Entry, Post> fits) {
        var entriesBySign = index(feed.entries(), ofEntry);
        var postsBySign = index(posts, ofPost);
        for (var entry : feed.entries()) {
            for (var sign : ofEntry.apply(entry)) {
                var candidates = postsBySign.getOrDefault(sign, List.of()).stream()
                        .filter(post -> fits.test(entry, post))
                        .toList();
                var isOnly = uniqueness == Uniqueness.OF_POST
                        || entriesBySign.getOrDefault(sign, List.of()).size() == 1;
                if (candidates.size() == 1 && isOnly && !found.containsKey(entry) && taken.add(candidates.get(0))) {
                    found.put(entry, candidates.get(0));
                }
            }
        }
    }

    private static <T> Map<String, List<T>> index(List<T> all, Function<T, Collection<String>> signs) {
        Map<String, List<T>> index = new HashMap<>();
        for (var one : all) {
            new LinkedHashSet<>(signs.apply(one))
                    .forEach(sign ->
                            index.computeIfAbsent(sign, s -> new ArrayList<>()).add(one));
        }
        return index;
    }

    private static Collection<String> normalized(Stream<String> addresses) {
        return addresses.flatMap(address -> NormalizedPath.of(address).stream()).toList();
    }

    private Collection<String> paths(ImportedFeed.Entry entry) {
        return KnownPost.paths(feed, entry);
    }

    private static Collection<String> paths(Post post) {
        return KnownPost.of(post).paths();
    }

    private static Collection<String> aliases(Post post) {
        return normalized(post.page().aliases().stream()
                .map(alias -> alias.startsWith("/") || alias.contains("://") ? alias : "/" + alias));
    }

    private static Collection<String> slugs(Collection<String> paths) {
        return paths.stream()
                .map(path -> NormalizedPath.slug(path).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Returns the letters of a title, since generators write quotes, markup and character references differently. */
    private static Collection<String> title(String title) {
        var text = REFERENCE.matcher(TAG.matcher(title).replaceAll(" ")).replaceAll(" ");
        var letters = NO_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return letters.isEmpty() ? List.of() : List.of(letters.toLowerCase(Locale.ROOT));
    }

    /** Returns whether the instant of an entry falls on the post's day in any time zone. */
    private static boolean isSameDay(ImportedFeed.Entry entry, Post post) {
        var day = post.date().dateTime().toLocalDate();
        var first = day.atStartOfDay().toInstant(ZoneOffset.ofHours(14));
        var last = first.plus(Duration.ofHours(24 + 14 + 12));
        Optional<Instant> instant = entry.published().or(entry::updated).map(PageDate::instant);
        return instant.filter(i -> !i.isBefore(first) && i.isBefore(last)).isPresent();
    }
}
