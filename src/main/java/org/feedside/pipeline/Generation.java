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
 * The documents of one generation, made from what is to be published and the generation before. A document whose bytes
 * are the same is the same document; one whose feed is the same is not even encoded.
 */
public final class Generation {
    /** A date this far ahead is waited for; one further ahead means that the clock was set back. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, Made> made;
    private final Map<String, DocumentState> states;

    private Generation(Map<String, Made> made, Map<String, DocumentState> states) {
        this.made = made;
        this.states = states;
    }

    /** A document and what it was made from; without that if it was found on disk. */
    record Made(Optional<Publication> publication, Document document) {}

    /**
     * What is to be published.
     *
     * @param date of its last change, if its posts tell
     * @param before what was published there last, if this process has it
     * @param known what readers know of that
     */
    record Wanted(
            Publication publication,
            FeedFile file,
            Optional<PageDate> date,
            Optional<Made> before,
            Optional<DocumentState> known) {}

    /**
     * What another generation made of this one.
     *
     * @param ended the feeds that were published once and have no posts left, each as one of its files
     */
    public record Step(
            Generation next, int changed, List<Feed> ended, Optional<Instant> waitUntil, List<Diagnostic> problems) {}

    /** The generation that was published when the program ended. */
    public static Generation found(List<Document> documents, Map<String, DocumentState> states) {
        Map<String, Made> made = new HashMap<>();
        documents.forEach(document -> made.put(document.path(), new Made(Optional.empty(), document)));
        return new Generation(made, states);
    }

    /** The documents, by their path. */
    public Map<String, Document> documents() {
        var documents = new TreeMap<String, Document>();
        made.forEach((path, m) -> documents.put(path, m.document()));
        return documents;
    }

    /** The same with all codings of one more document; nothing if all have them. */
    public Optional<Generation> withOneMoreCoded() {
        for (var entry : made.entrySet()) {
            var document = entry.getValue().document();
            var complete = Encodings.complete(document);
            if (!complete.variants().equals(document.variants())) {
                Map<String, Made> all = new HashMap<>(made);
                all.put(entry.getKey(), new Made(entry.getValue().publication(), complete));
                return Optional.of(new Generation(all, states));
            }
        }
        return Optional.empty();
    }

    /** The same as that of the site at another base_url: also the feeds that have no posts left go there. */
    public Generation movedTo(String from, String to) {
        Map<String, DocumentState> moved = new HashMap<>();
        states.forEach((path, state) -> moved.put(path, state.movedTo(from, to)));
        return new Generation(made, moved);
    }

    public Map<String, DocumentState> states() {
        return states;
    }

    /**
     * The next generation, with these publications and with the feeds that were published once and have no posts left.
     *
     * @param coding adds the codings that a publication waits for
     */
    public Step next(
            List<Publication> publications,
            FeedPages pages,
            FeedsFolder folder,
            UnaryOperator<Document> coding,
            Instant now,
            Progress progress) {
        return new Maker(pages, folder, coding, now, progress).make(publications);
    }

    /** Whether a document was published before and none of the files that have posts now is at its path. */
    private static boolean hasNoPosts(DocumentState before, Set<String> paths) {
        return !paths.contains(before.file().path());
    }

    /** Makes one generation. */
    private final class Maker {
        private final FeedPages pages;
        private final FeedsFolder folder;
        private final DocumentMaker documents;
        private final Instant now;
        private final Progress progress;
        private final Map<String, Made> nextMade = new HashMap<>();
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

        Step make(List<Publication> publications) {
            // An empty feed that never had a post takes the date of the site's feed, which is the first.
            var siteChanged = publications.stream().findFirst().flatMap(Publication::changed);
            var site = publications.stream()
                    .flatMap(publication -> publication instanceof Feed feed ? Stream.of(feed) : Stream.empty())
                    .findFirst();
            var all = new ArrayList<Wanted>();
            var paths = new HashSet<String>();
            for (var publication : publications) {
                var date = publication.changed().or(() -> siteChanged);
                for (var file : publication.files()) {
                    paths.add(file.path());
                    all.add(wanted(publication, file, date));
                }
            }
            for (var state : states.values()) {
                if (hasNoPosts(state, paths)) {
                    var empty = empty(state, site);
                    all.add(wanted(empty, state.file(), Optional.empty()));
                    if (empty instanceof Feed feed) {
                        ended.add(feed);
                    }
                }
            }
            ended.sort(Comparator.comparing(feed -> feed.files().get(0).path()));
            var toMake = new ArrayList<Wanted>();
            all.forEach(wanted -> DocumentMaker.kept(wanted).ifPresentOrElse(this::add, () -> toMake.add(wanted)));
            var done = new AtomicInteger();
            toMake.parallelStream()
                    .map(wanted -> {
                        var result = documents.make(wanted);
                        progress.report("making feeds", done.incrementAndGet(), toMake.size());
                        return result;
                    })
                    .toList()
                    .forEach(this::add);
            return new Step(new Generation(nextMade, nextStates), changed, ended, waitUntil, problems);
        }

        private Wanted wanted(Publication publication, FeedFile file, Optional<PageDate> date) {
            var state = Optional.ofNullable(states.get(file.path())).or(() -> lost(publication, file));
            return new Wanted(publication, file, date, Optional.ofNullable(made.get(file.path())), state);
        }

        private void add(DocumentMaker.Result result) {
            var path = result.state().file().path();
            nextMade.put(path, result.made());
            nextStates.put(path, result.state());
            if (result.isChanged()) {
                changed++;
                checkClock(path, result.state().lastModified());
            }
        }

        /** What can be known of a document whose file is there, but whose state is not: the time of the file at least. */
        private Optional<DocumentState> lost(Publication publication, FeedFile file) {
            return folder.find(file.path()).map(found -> {
                var updated = Formats.updated(file.format(), found.bytes().toArray())
                        .orElseGet(() -> PageDate.of(found.modified()));
                return DocumentState.of(publication, file, found.bytes().digest(), updated, found.modified());
            });
        }

        private void checkClock(String path, Instant lastModified) {
            var ahead = Duration.between(now, lastModified);
            if (ahead.compareTo(PATIENCE) > 0) {
                problems.add(Diagnostic.warning(
                        Place.startOf(path),
                        "the clock is behind the last publication, so Last-Modified is %s: set the clock right"
                                .formatted(lastModified.truncatedTo(ChronoUnit.SECONDS))));
            } else if (ahead.compareTo(Duration.ZERO) > 0
                    && waitUntil.filter(u -> u.isAfter(lastModified)).isEmpty()) {
                waitUntil = Optional.of(lastModified);
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
