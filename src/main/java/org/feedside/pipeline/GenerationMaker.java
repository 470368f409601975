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
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Publication;
import org.feedside.formats.Formats;
import org.feedside.pipeline.Generation.BuiltDocument;
import org.feedside.pipeline.Generation.GenerationResult;
import org.feedside.publishing.FeedsFolder.StoredFile;
import org.feedside.publishing.state.DocumentState;

/** Makes the next generation from the previous one, a function from values to values. */
final class GenerationMaker {
    /** A Last-Modified so far in the future is waited for. One further ahead means that the clock was set back. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final Map<String, BuiltDocument> built;
    private final Map<String, DocumentState> states;
    private final FeedPages pages;
    private final Map<String, StoredFile> found;
    private final DocumentMaker documents;
    private final Progress progress;
    private final Map<String, BuiltDocument> nextBuilt = new HashMap<>();
    private final Map<String, DocumentState> nextStates = new HashMap<>();
    private final List<Feed> ended = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<String, Diagnostic> refused = new TreeMap<>();
    private Optional<Instant> waitUntil = Optional.empty();
    private int changed;

    GenerationMaker(
            Map<String, BuiltDocument> built,
            Map<String, DocumentState> states,
            FeedPages pages,
            Map<String, StoredFile> found,
            DocumentMaker documents,
            Progress progress) {
        this.built = built;
        this.states = states;
        this.pages = pages;
        this.found = found;
        this.documents = documents;
        this.progress = progress;
    }

    GenerationResult make(List<Publication> publications) {
        // A feed that has never had a post gets the date of the site's main feed, which is the first publication.
        var siteChanged = publications.stream().findFirst().flatMap(Publication::changed);
        var site = publications.stream()
                .flatMap(publication -> publication instanceof Feed feed ? Stream.of(feed) : Stream.empty())
                .findFirst();
        var all = new ArrayList<DocumentMaker.Request>();
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
                var empty = state.withoutPosts(pages.of(state.file().folder()), site);
                all.add(request(empty, state.file(), Optional.empty()));
                if (empty instanceof Feed feed) {
                    ended.add(feed);
                }
            }
        }
        ended.sort(Comparator.comparing(feed -> feed.files().get(0).path()));
        var toMake = new ArrayList<DocumentMaker.Request>();
        all.forEach(request -> DocumentMaker.reused(request).ifPresentOrElse(this::add, () -> toMake.add(request)));
        var done = new AtomicInteger();
        var results = toMake.parallelStream()
                .map(request -> {
                    var result = fenced(request);
                    progress.report("making feeds", done.incrementAndGet(), toMake.size());
                    return result;
                })
                .toList();
        for (int i = 0; i < results.size(); i++) {
            var request = toMake.get(i);
            // Another document may have used up the memory: alone, this one may succeed.
            results.get(i).value().or(() -> fenced(request).value()).ifPresentOrElse(this::add, () -> failed(request));
        }
        return new GenerationResult(
                new Generation(nextBuilt, nextStates), changed, ended, waitUntil, problems, refused);
    }

    /** Whether a published document is at a path that no publication has any more. */
    private static boolean hasNoPosts(DocumentState before, Set<String> paths) {
        return !paths.contains(before.file().path());
    }

    private DocumentMaker.Request request(Publication publication, FeedFile file, Optional<PageDate> date) {
        var state = Optional.ofNullable(states.get(file.path())).or(() -> recoveredState(publication, file));
        return new DocumentMaker.Request(publication, file, date, Optional.ofNullable(built.get(file.path())), state);
    }

    private Parsed<DocumentMaker.Result> fenced(DocumentMaker.Request request) {
        return Fence.of(request.file().path(), () -> documents.make(request));
    }

    /** Finds the entries because of which a document cannot be made. If it is none of them, the document stays as it was. */
    private void failed(DocumentMaker.Request request) {
        var before = refused.size();
        if (request.publication() instanceof Feed feed) {
            for (var entry : feed.entries()) {
                fenced(request.with(feed.withEntries(List.of(entry))))
                        .problems()
                        .forEach(problem -> refused.put(entry.id(), problem));
            }
        }
        if (refused.size() == before) {
            problems.addAll(fenced(request).problems());
            request.before()
                    .flatMap(document -> request.known().map(state -> new DocumentMaker.Result(document, state, false)))
                    .ifPresent(this::add);
        }
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

    /** Rebuilds the lost state of a document from its file, of which at least the time is known. */
    private Optional<DocumentState> recoveredState(Publication publication, FeedFile file) {
        return Optional.ofNullable(found.get(file.path())).map(stored -> {
            var updated = Formats.updated(file.format(), stored.bytes().toArray())
                    .orElseGet(() -> PageDate.of(stored.modified()));
            return DocumentState.of(publication, file, stored.bytes().digest(), updated, stored.modified());
        });
    }

    private void checkClock(String path, Instant lastModified) {
        var ahead = Duration.between(documents.now(), lastModified);
        if (ahead.compareTo(CLOCK_TOLERANCE) > 0) {
            problems.add(Code.CLOCK.warning(
                    path,
                    "the clock is behind the last publication, so Last-Modified is %s: correct the clock"
                            .formatted(lastModified.truncatedTo(ChronoUnit.SECONDS))));
        } else if (ahead.compareTo(Duration.ZERO) > 0
                && waitUntil.filter(time -> time.isAfter(lastModified)).isEmpty()) {
            waitUntil = Optional.of(lastModified);
        }
    }
}
