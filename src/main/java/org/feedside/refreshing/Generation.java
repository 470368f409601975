package org.feedside.refreshing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.content.PageDate;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.diagnostics.Place;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.History;
import org.feedside.formats.FeedFormat;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Revision;
import org.feedside.publishing.Rhythm;
import org.feedside.state.DocumentState;

/**
 * The documents of one generation, made from the feeds and the generation before. A document whose bytes are the same is
 * the same document; one whose feed is the same is not even encoded.
 */
final class Generation {
    /** A date this far ahead is waited for; one further ahead means that the clock was set back. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, Made> made;
    private final Map<String, DocumentState> states;

    private Generation(Map<String, Made> made, Map<String, DocumentState> states) {
        this.made = made;
        this.states = states;
    }

    /** A document and the feed it was made from; without one if it was found on disk. */
    private record Made(Optional<Feed> feed, Document document) {}

    /** What another generation made of this one. */
    record Step(Generation next, int changed, Optional<Instant> waitUntil, List<Diagnostic> problems) {}

    /** The generation that was published when the program ended. */
    static Generation found(List<Document> documents, Map<String, DocumentState> states) {
        Map<String, Made> made = new HashMap<>();
        documents.forEach(document -> made.put(document.path(), new Made(Optional.empty(), document)));
        return new Generation(made, states);
    }

    /** The documents, by their path. */
    Map<String, Document> documents() {
        var documents = new TreeMap<String, Document>();
        made.forEach((path, m) -> documents.put(path, m.document()));
        return documents;
    }

    /** The same with the codings that a publication does not wait for. */
    Generation withSlowCodings() {
        Map<String, Made> coded = new HashMap<>();
        made.forEach((path, m) -> coded.put(path, new Made(m.feed(), Encodings.withBrotli(m.document()))));
        return new Generation(coded, states);
    }

    /** The same as that of the site at another base_url: also the feeds that have no posts left go there. */
    Generation movedTo(String from, String to) {
        Map<String, DocumentState> moved = new HashMap<>();
        states.forEach((path, state) -> moved.put(path, state.movedTo(from, to)));
        return new Generation(made, moved);
    }

    Map<String, DocumentState> states() {
        return states;
    }

    /** The next generation, with these feeds and with those that were published once and have no posts left. */
    Step next(List<Feed> feeds, FeedsFolder folder, Instant now, Progress progress) {
        return new Maker(folder, now, progress).make(feeds);
    }

    /** Makes one generation. */
    private final class Maker {
        private final FeedsFolder folder;
        private final Instant now;
        private final Progress progress;
        private final Map<String, Made> nextMade = new HashMap<>();
        private final Map<String, DocumentState> nextStates = new HashMap<>();
        private final List<Diagnostic> problems = new ArrayList<>();
        private Optional<Instant> waitUntil = Optional.empty();
        private int changed;

        Maker(FeedsFolder folder, Instant now, Progress progress) {
            this.folder = folder;
            this.now = now;
            this.progress = progress;
        }

        Step make(List<Feed> feeds) {
            // An empty feed that never had a post takes the date of the site's feed, which is the first.
            var siteChanged = feeds.stream().findFirst().flatMap(Feed::changed);
            var done = 0;
            for (var feed : feeds) {
                progress.report("making feeds", ++done, feeds.size());
                feed.files().forEach(file -> add(feed, file, feed.changed().or(() -> siteChanged)));
            }
            for (var state : states.values()) {
                if (!nextMade.containsKey(state.file().path())) {
                    var empty = emptyFeed(state);
                    add(empty, state.file(), Optional.empty());
                }
            }
            return new Step(new Generation(nextMade, nextStates), changed, waitUntil, problems);
        }

        private void add(Feed feed, FeedFile file, Optional<PageDate> date) {
            var before = Optional.ofNullable(made.get(file.path()));
            var state = Optional.ofNullable(states.get(file.path()));
            if (before.isPresent() && state.isPresent() && before.get().feed().equals(Optional.of(feed))) {
                put(before.get(), state.get());
                return;
            }
            var known = state.or(() -> lost(feed, file));
            if (known.isEmpty() || !isSame(feed, file, known.get(), before)) {
                change(feed, file, date, known, before);
            }
        }

        /** Takes a document over whose bytes are the same, with the date that stands in them. */
        private boolean isSame(Feed feed, FeedFile file, DocumentState known, Optional<Made> before) {
            var bytes = encode(feed, file, known.updated());
            if (!bytes.digest().equals(known.digest())) {
                return false;
            }
            var state = DocumentState.of(feed, file, known.digest(), known.updated(), known.lastModified())
                    .withPast(known.past());
            var document = before.map(Made::document).orElseGet(() -> Document.of(state, bytes));
            put(new Made(Optional.of(feed), inRhythm(feed, document)), state);
            return true;
        }

        private void change(
                Feed feed,
                FeedFile file,
                Optional<PageDate> date,
                Optional<DocumentState> known,
                Optional<Made> before) {
            changed++;
            var revision = known.map(k -> Revision.next(k, date, now)).orElseGet(() -> Revision.first(date, now));
            checkClock(file, revision);
            var bytes = encode(feed, file, revision.updated());
            var state = DocumentState.of(feed, file, bytes.digest(), revision.updated(), revision.lastModified());
            var alone = inRhythm(feed, Document.of(state, bytes));
            var document = before.map(b -> alone.after(b.document())).orElse(alone);
            put(new Made(Optional.of(feed), document), state.withPast(document.past()));
        }

        private static Bytes encode(Feed feed, FeedFile file, PageDate updated) {
            return Bytes.of(FeedFormat.of(file.format()).encode(feed, file, updated));
        }

        private static Document inRhythm(Feed feed, Document document) {
            return document.withRhythm(Rhythm.of(
                    feed.entries().stream().map(e -> e.published().instant()).toList()));
        }

        private void put(Made document, DocumentState state) {
            nextMade.put(state.file().path(), document);
            nextStates.put(state.file().path(), state);
        }

        /** What can be known of a document whose file is there, but whose state is not: the time of the file at least. */
        private Optional<DocumentState> lost(Feed feed, FeedFile file) {
            return folder.find(file.path()).map(found -> {
                var updated = FeedFormat.of(file.format())
                        .updated(found.bytes().toArray())
                        .orElseGet(() -> PageDate.of(found.modified()));
                return DocumentState.of(feed, file, found.bytes().digest(), updated, found.modified());
            });
        }

        private void checkClock(FeedFile file, Revision revision) {
            var ahead = Duration.between(now, revision.lastModified());
            if (ahead.compareTo(PATIENCE) > 0) {
                problems.add(Diagnostic.warning(
                        Place.startOf(file.path()),
                        "the clock is behind the last publication, so Last-Modified is %s: set the clock right"
                                .formatted(revision.lastModified().truncatedTo(ChronoUnit.SECONDS))));
            } else if (ahead.compareTo(Duration.ZERO) > 0
                    && waitUntil.filter(u -> u.isAfter(revision.lastModified())).isEmpty()) {
                waitUntil = Optional.of(revision.lastModified());
            }
        }

        /** A feed that was published once stays: an empty one is an answer, a missing one ends subscriptions. */
        private Feed emptyFeed(DocumentState state) {
            return new Feed(
                    state.page(),
                    state.language(),
                    state.title(),
                    state.description(),
                    List.of(state.author()),
                    Optional.empty(),
                    List.of(),
                    List.of(state.file()),
                    new History.Complete(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
