package org.feedside.refreshing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.content.PageDate;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.diagnostics.Place;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Format;
import org.feedside.feeds.History;
import org.feedside.feeds.Outline;
import org.feedside.feeds.Publication;
import org.feedside.formats.Formats;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Revision;
import org.feedside.publishing.Rhythm;
import org.feedside.state.DocumentState;

/**
 * The documents of one generation, made from what is to be published and the generation before. A document whose bytes
 * are the same is the same document; one whose feed is the same is not even encoded.
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

    /** A document and what it was made from; without that if it was found on disk. */
    private record Made(Optional<Publication> publication, Document document) {}

    /**
     * What another generation made of this one.
     *
     * @param ended the feeds that were published once and have no posts left, each as one of its files
     */
    record Step(
            Generation next, int changed, List<Feed> ended, Optional<Instant> waitUntil, List<Diagnostic> problems) {}

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
        made.forEach((path, m) -> coded.put(path, new Made(m.publication(), Encodings.withBrotli(m.document()))));
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

    /** The next generation, with these publications and with the feeds that were published once and have no posts left. */
    Step next(List<Publication> publications, FeedPages pages, FeedsFolder folder, Instant now, Progress progress) {
        return new Maker(pages, folder, now, progress).make(publications);
    }

    /** Makes one generation. */
    private final class Maker {
        private final FeedPages pages;
        private final FeedsFolder folder;
        private final Instant now;
        private final Progress progress;
        private final Map<String, Made> nextMade = new HashMap<>();
        private final Map<String, DocumentState> nextStates = new HashMap<>();
        private final List<Feed> ended = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();
        private Optional<Instant> waitUntil = Optional.empty();
        private int changed;

        Maker(FeedPages pages, FeedsFolder folder, Instant now, Progress progress) {
            this.pages = pages;
            this.folder = folder;
            this.now = now;
            this.progress = progress;
        }

        Step make(List<Publication> publications) {
            // An empty feed that never had a post takes the date of the site's feed, which is the first.
            var siteChanged = publications.stream().findFirst().flatMap(Publication::changed);
            var site = publications.stream()
                    .flatMap(publication -> publication instanceof Feed feed ? Stream.of(feed) : Stream.empty())
                    .findFirst();
            var done = 0;
            for (var publication : publications) {
                progress.report("making feeds", ++done, publications.size());
                var date = publication.changed().or(() -> siteChanged);
                publication.files().forEach(file -> add(publication, file, date));
            }
            for (var state : states.values()) {
                if (!nextMade.containsKey(state.file().path())) {
                    var empty = empty(state, site);
                    add(empty, state.file(), Optional.empty());
                    if (empty instanceof Feed feed) {
                        ended.add(feed);
                    }
                }
            }
            ended.sort(Comparator.comparing(feed -> feed.files().get(0).path()));
            return new Step(new Generation(nextMade, nextStates), changed, ended, waitUntil, problems);
        }

        private void add(Publication publication, FeedFile file, Optional<PageDate> date) {
            var before = Optional.ofNullable(made.get(file.path()));
            var state = Optional.ofNullable(states.get(file.path()));
            if (before.isPresent()
                    && state.isPresent()
                    && before.get().publication().equals(Optional.of(publication))) {
                put(before.get(), state.get());
                return;
            }
            var known = state.or(() -> lost(publication, file));
            if (known.isEmpty() || !isSame(publication, file, known.get(), before)) {
                change(publication, file, date, known, before);
            }
        }

        /** Takes a document over whose bytes are the same, with the date that stands in them. */
        private boolean isSame(Publication publication, FeedFile file, DocumentState known, Optional<Made> before) {
            var bytes = encode(publication, file, known.updated());
            if (!bytes.digest().equals(known.digest())) {
                return false;
            }
            var state = DocumentState.of(publication, file, known.digest(), known.updated(), known.lastModified())
                    .withPast(known.past());
            var document = before.map(Made::document).orElseGet(() -> Document.of(state, bytes));
            put(new Made(Optional.of(publication), complete(publication, document)), state);
            return true;
        }

        private void change(
                Publication publication,
                FeedFile file,
                Optional<PageDate> date,
                Optional<DocumentState> known,
                Optional<Made> before) {
            changed++;
            var revision = known.map(k -> Revision.next(k, date, now)).orElseGet(() -> Revision.first(date, now));
            checkClock(file, revision);
            var bytes = encode(publication, file, revision.updated());
            var state =
                    DocumentState.of(publication, file, bytes.digest(), revision.updated(), revision.lastModified());
            var alone = complete(publication, Document.of(state, bytes));
            var document = before.map(b -> alone.after(b.document())).orElse(alone);
            put(new Made(Optional.of(publication), document), state.withPast(document.past()));
        }

        private static Bytes encode(Publication publication, FeedFile file, PageDate updated) {
            return Bytes.of(Formats.encode(publication, file, updated));
        }

        /** Adds what nobody remembers over a restart, as it follows from the posts and the settings. */
        private static Document complete(Publication publication, Document document) {
            var feed = publication instanceof Feed f ? Optional.of(f) : Optional.<Feed>empty();
            var published = feed.map(Feed::entries).orElse(List.of()).stream()
                    .map(entry -> entry.published().instant())
                    .toList();
            return document.withRhythm(Rhythm.of(published)).withAbout(feed.flatMap(Feed::about));
        }

        private void put(Made document, DocumentState state) {
            nextMade.put(state.file().path(), document);
            nextStates.put(state.file().path(), state);
        }

        /** What can be known of a document whose file is there, but whose state is not: the time of the file at least. */
        private Optional<DocumentState> lost(Publication publication, FeedFile file) {
            return folder.find(file.path()).map(found -> {
                var updated = Formats.updated(file.format(), found.bytes().toArray())
                        .orElseGet(() -> PageDate.of(found.modified()));
                return DocumentState.of(publication, file, found.bytes().digest(), updated, found.modified());
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
        private Publication empty(DocumentState state, Optional<Feed> site) {
            return state.format() == Format.OPML ? emptyOutline(state) : emptyFeed(state, site);
        }

        private static Outline emptyOutline(DocumentState state) {
            return new Outline(
                    state.page(),
                    state.language(),
                    state.title(),
                    List.of(state.author()),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(state.file()));
        }

        private Feed emptyFeed(DocumentState state, Optional<Feed> site) {
            return new Feed(
                    state.page(),
                    pages.of(state.file().folder()),
                    state.language(),
                    state.title(),
                    state.description(),
                    List.of(state.author()),
                    Optional.empty(),
                    List.of(),
                    List.of(state.file()),
                    new History.Complete(),
                    site.flatMap(Feed::icon),
                    site.flatMap(Feed::logo),
                    site.flatMap(Feed::hub));
        }
    }
}
