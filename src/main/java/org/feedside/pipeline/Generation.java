package org.feedside.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Format;
import org.feedside.feeds.History;
import org.feedside.feeds.Outline;
import org.feedside.feeds.Publication;
import org.feedside.formats.Formats;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.state.DocumentState;

/**
 * The documents of one generation, built from publications and the previous generation. A document with unchanged bytes
 * is reused, and an unchanged feed is not encoded again.
 */
public final class Generation {
    /**
     * A Last-Modified up to this far in the future is waited for. One further ahead means that the clock was set back.
     */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final Map<String, BuiltDocument> built;
    private final Map<String, DocumentState> states;

    private Generation(Map<String, BuiltDocument> built, Map<String, DocumentState> states) {
        this.built = built;
        this.states = states;
    }

    /** A document and the publication it was built from; the publication is empty for a document read from disk. */
    record BuiltDocument(Optional<Publication> publication, Document document) {}

    /**
     * A document to make.
     *
     * @param date the date of its last change, if it has posts
     * @param before the previous document at this path, if this process has it
     * @param known the stored state of the previous document
     */
    record DocumentRequest(
            Publication publication,
            FeedFile file,
            Optional<PageDate> date,
            Optional<BuiltDocument> before,
            Optional<DocumentState> known) {}

    /**
     * The next generation and what has changed.
     *
     * @param ended the feeds that were published before and have no posts left, each as one of its files
     */
    public record GenerationResult(
            Generation next, int changed, List<Feed> ended, Optional<Instant> waitUntil, List<Diagnostic> problems) {}

    /** Returns the generation that was published when the process ended. */
    public static Generation restored(List<Document> documents, Map<String, DocumentState> states) {
        Map<String, BuiltDocument> built = new HashMap<>();
        documents.forEach(document -> built.put(document.path(), new BuiltDocument(Optional.empty(), document)));
        return new Generation(built, states);
    }

    /** Returns the documents by path. */
    public Map<String, Document> documents() {
        var documents = new TreeMap<String, Document>();
        built.forEach((path, document) -> documents.put(path, document.document()));
        return documents;
    }

    /** Returns this generation with all content codings of one more document; empty if every document has them. */
    public Optional<Generation> withNextDocumentCompressed() {
        for (var entry : built.entrySet()) {
            var document = entry.getValue().document();
            var complete = Encodings.complete(document);
            if (!complete.variants().equals(document.variants())) {
                Map<String, BuiltDocument> all = new HashMap<>(built);
                all.put(entry.getKey(), new BuiltDocument(entry.getValue().publication(), complete));
                return Optional.of(new Generation(all, states));
            }
        }
        return Optional.empty();
    }

    /** Returns this generation after a move to another base_url. The feeds without posts move too. */
    public Generation movedTo(String from, String to) {
        Map<String, DocumentState> moved = new HashMap<>();
        states.forEach((path, state) -> moved.put(path, state.movedTo(from, to)));
        return new Generation(built, moved);
    }

    public Map<String, DocumentState> states() {
        return states;
    }

    /**
     * Makes the next generation from these publications and the feeds that were published before and have no posts
     * left.
     *
     * @param coding adds the codings that a publication waits for
     */
    public GenerationResult next(
            List<Publication> publications,
            FeedPages pages,
            FeedsFolder folder,
            UnaryOperator<Document> coding,
            Instant now,
            Progress progress) {
        return new Maker(pages, folder, coding, now, progress).make(publications);
    }

    /** Whether a published document is at a path that no publication has any more. */
    private static boolean hasNoPosts(DocumentState before, Set<String> paths) {
        return !paths.contains(before.file().path());
    }

    /** Makes the next generation. */
    private final class Maker {
        private final FeedPages pages;
        private final FeedsFolder folder;
        private final DocumentMaker documents;
        private final Instant now;
        private final Progress progress;
        private final Map<String, BuiltDocument> nextBuilt = new HashMap<>();
        private final Map<String, DocumentState> nextStates = new HashMap<>();
        private final List<Feed> ended = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();
        private Optional<Instant> waitUntil = Optional.empty();
        private int changed;

        Maker(FeedPages pages, FeedsFolder folder, UnaryOperator<Document> coding, Instant now, Progress progress) {
            this.pages = pages;
            this.folder = folder;
            this.documents = new DocumentMaker(coding, now);
            this.now = now;
            this.progress = progress;
        }

        GenerationResult make(List<Publication> publications) {
            // A feed that has never had a post gets the date of the site's main feed, which is the first publication.
            var siteChanged = publications.stream().findFirst().flatMap(Publication::changed);
            var site = publications.stream()
                    .flatMap(publication -> publication instanceof Feed feed ? Stream.of(feed) : Stream.empty())
                    .findFirst();
            var all = new ArrayList<DocumentRequest>();
            var paths = new HashSet<String>();
            for (var publication : publications) {
                var date = publication.changed().or(() -> siteChanged);
                for (var file : publication.files()) {
                    paths.add(file.path());
                    all.add(request(publication, file, date));
                }
            }
            for (var state : states.values()) {
                if (hasNoPosts(state, paths)) {
                    var empty = withoutPosts(state, site);
                    all.add(request(empty, state.file(), Optional.empty()));
                    if (empty instanceof Feed feed) {
                        ended.add(feed);
                    }
                }
            }
            ended.sort(Comparator.comparing(feed -> feed.files().get(0).path()));
            var toMake = new ArrayList<DocumentRequest>();
            all.forEach(request -> DocumentMaker.reused(request).ifPresentOrElse(this::add, () -> toMake.add(request)));
            var done = new AtomicInteger();
            toMake.parallelStream()
                    .map(request -> {
                        var result = documents.make(request);
                        progress.report("making feeds", done.incrementAndGet(), toMake.size());
                        return result;
                    })
                    .toList()
                    .forEach(this::add);
            return new GenerationResult(new Generation(nextBuilt, nextStates), changed, ended, waitUntil, problems);
        }

        private DocumentRequest request(Publication publication, FeedFile file, Optional<PageDate> date) {
            var state = Optional.ofNullable(states.get(file.path())).or(() -> recoveredState(publication, file));
            return new DocumentRequest(publication, file, date, Optional.ofNullable(built.get(file.path())), state);
        }

        private void add(DocumentMaker.Result result) {
            var path = result.state().file().path();
            nextBuilt.put(path, result.built());
            nextStates.put(path, result.state());
            if (result.isChanged()) {
                changed++;
                checkClock(path, result.state().lastModified());
            }
        }

        /**
         * Rebuilds the state of a document from its file if the stored state is lost: at least the file's time is
         * known.
         */
        private Optional<DocumentState> recoveredState(Publication publication, FeedFile file) {
            return folder.find(file.path()).map(found -> {
                var updated = Formats.updated(file.format(), found.bytes().toArray())
                        .orElseGet(() -> PageDate.of(found.modified()));
                return DocumentState.of(publication, file, found.bytes().digest(), updated, found.modified());
            });
        }

        private void checkClock(String path, Instant lastModified) {
            var ahead = Duration.between(now, lastModified);
            if (ahead.compareTo(CLOCK_TOLERANCE) > 0) {
                problems.add(Diagnostic.warning(
                        Place.startOf(path),
                        "the clock is behind the last publication, so Last-Modified is %s: correct the clock"
                                .formatted(lastModified.truncatedTo(ChronoUnit.SECONDS))));
            } else if (ahead.compareTo(Duration.ZERO) > 0
                    && waitUntil.filter(time -> time.isAfter(lastModified)).isEmpty()) {
                waitUntil = Optional.of(lastModified);
            }
        }

        /** A feed without posts is still published, because many readers unsubscribe from a feed that is gone. */
        private Publication withoutPosts(DocumentState state, Optional<Feed> site) {
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
