package org.feedside.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.built.BuiltPages;
import org.feedside.built.BuiltPages.PageFile;
import org.feedside.content.FileText;
import org.feedside.content.LastGoodText;
import org.feedside.content.Library;
import org.feedside.content.SourcePath;
import org.feedside.markup.built.PageContent;
import org.feedside.publishing.state.PostState;
import org.feedside.publishing.state.PostState.BuiltState;
import org.feedside.publishing.state.PublishedState;

/**
 * Decides whether an edited post waits for its page, so that title and content never come from different versions. The page
 * of another version of a text lacks more of its words, or has more words besides. Times of files prove nothing, because git
 * and rsync set them.
 */
public final class PageEdits {
    /** A page that lacks more words than before is taken as it is after this time without a change. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MAX_EARLIER = 10;

    private final Duration patience;
    private final Map<SourcePath, Text> texts = new HashMap<>();
    private final Map<SourcePath, Seen> seen = new HashMap<>();

    /** The pages at the last publication. */
    private BuiltPages pages = BuiltPages.NONE;

    PageEdits(boolean isWaiting) {
        this.patience = isWaiting ? PATIENCE : Duration.ZERO;
    }

    /**
     * The text of a post at the last scan.
     *
     * @param earlier the Markdown that was there since the post was published, the latest first
     * @param mayBeEdited whether there may have been another text that is not known
     */
    private record Text(String digest, FileText text, List<String> earlier, boolean mayBeEdited) {
        Text(String digest, FileText text, boolean mayBeEdited) {
            this(digest, text, List.of(), mayBeEdited);
        }

        Text next(String newDigest, FileText newText) {
            var all = Stream.concat(Stream.of(text.body()), earlier.stream())
                    .limit(MAX_EARLIER)
                    .toList();
            return new Text(newDigest, newText, all, mayBeEdited);
        }
    }

    /**
     * A text and a page as they were seen.
     *
     * @param since since when both are the same
     */
    private record Seen(String text, String page, Instant since) {}

    /**
     * A post that is not published as it is.
     *
     * @param until when it is; empty if it waits for another page
     */
    record Wait(Optional<Instant> until) {}

    /** Remembers the texts of a scan, also of one that publishes nothing. */
    public void scanned(Library library, PublishedState before) {
        // Before this process began, the texts may have been edited.
        var isRestart = texts.isEmpty() && !before.posts().isEmpty();
        var found = new HashSet<SourcePath>();
        for (var source : library.sources()) {
            var digest = digest(library, source.path());
            found.add(source.path());
            texts.merge(
                    source.path(),
                    new Text(digest, source.text(), isRestart),
                    (last, next) -> last.digest().equals(digest) ? last : last.next(digest, source.text()));
        }
        texts.keySet().retainAll(found);
        seen.keySet().retainAll(found);
    }

    /** Returns the texts that posts had since they were published, in place of which a page may have been built. */
    Map<SourcePath, List<String>> earlierTexts() {
        var earlier = new HashMap<SourcePath, List<String>>();
        texts.forEach((path, text) -> {
            if (!text.earlier().isEmpty()) {
                earlier.put(path, text.earlier());
            }
        });
        return earlier;
    }

    static String digest(Library library, SourcePath path) {
        return library.lastGoodText(path).map(LastGoodText::digest).orElse("");
    }

    /** Remembers a publication. */
    void published(BuiltPages current, PublishedState state) {
        pages = current;
        texts.replaceAll((path, text) ->
                isPublished(path, text.digest(), state) ? new Text(text.digest(), text.text(), false) : text);
    }

    private static boolean isPublished(SourcePath post, String text, PublishedState state) {
        return state.posts().containsKey(post.path())
                && Optional.ofNullable(state.goodTexts().get(post.path()))
                        .filter(good -> good.digest().equals(text))
                        .isPresent();
    }

    /** Returns whether the post waits; empty if it may be published as it is. */
    Optional<Wait> of(
            SourcePath post,
            String text,
            PageFile file,
            Optional<PageContent> content,
            PublishedState before,
            Instant now) {
        var page = content.map(PageContent::digest).orElse("");
        var isNew = !seen.containsKey(post);
        seen.merge(
                post,
                new Seen(text, page, now),
                (last, next) -> last.text().equals(text)
                                && last.page().equals(page)
                                && !last.since().isAfter(now)
                        ? last
                        : next);
        var known = Optional.ofNullable(texts.get(post));
        // A page that was there before its post is that of an older one.
        var mayBeOlder = known.filter(Text::mayBeEdited).isPresent()
                || (isNew && pages.file(file.path()).equals(Optional.of(file)));
        if (mayBeOlder) {
            known.ifPresent(t -> texts.put(post, new Text(t.digest(), t.text(), t.earlier(), true)));
        }
        var isSameText = isPublished(post, text, before);
        var published = Optional.ofNullable(before.posts().get(post.path())).flatMap(PostState::page);
        if (published.isEmpty()) {
            var isExact = content.filter(c -> c.distance() == 0 && c.hasTitle()).isPresent();
            var isEdited =
                    mayBeOlder || known.filter(t -> !t.earlier().isEmpty()).isPresent();
            var hasTitles = before.posts().values().stream().anyMatch(p -> hasTitle(p.page()));
            return isSameText || isExact || !isEdited
                    ? Optional.empty()
                    : wait(post, content, hasTitles, mayBeOlder, now);
        }
        if (content.filter(c -> !isWorse(c, published.get())).isPresent()) {
            return Optional.empty();
        }
        if (page.equals(published.get().digest())) {
            return isSameText ? Optional.empty() : Optional.of(new Wait(Optional.empty()));
        }
        return wait(post, content, hasTitle(published), mayBeOlder || isSameText, now);
    }

    /** A page without the title, where there should be one, is that of another version however long it stays. */
    private Optional<Wait> wait(
            SourcePath post, Optional<PageContent> content, boolean needsTitle, boolean mayBeOlder, Instant now) {
        if (needsTitle && content.filter(c -> !c.hasTitle()).isPresent()) {
            return Optional.of(new Wait(Optional.empty()));
        }
        if (!mayBeOlder && content.filter(PageContent::fitsBest).isPresent()) {
            return Optional.empty();
        }
        var until = until(post, now);
        return until.map(time -> new Wait(until));
    }

    /** Returns until when a post and its page may still change; empty if they have not changed for long. */
    Optional<Instant> until(SourcePath post, Instant now) {
        return Optional.ofNullable(seen.get(post))
                .map(state -> state.since().plus(patience))
                .filter(now::isBefore);
    }

    private static boolean hasTitle(Optional<BuiltState> page) {
        return page.filter(BuiltState::hasTitle).isPresent();
    }

    /** Returns whether a page fits less to a post than its published page did. */
    static boolean isWorse(PageContent content, BuiltState published) {
        return content.distance() > published.distance() || (published.hasTitle() && !content.hasTitle());
    }
}
