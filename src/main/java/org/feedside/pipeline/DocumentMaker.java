package org.feedside.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Publication;
import org.feedside.formats.Formats;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.Revision;
import org.feedside.publishing.state.DocumentState;

/**
 * Makes documents from requests. Thread-safe.
 *
 * @param isFirst whether nothing was published before
 */
record DocumentMaker(Instant now, boolean isFirst) {
    /**
     * A document to make.
     *
     * @param date the date of its last change, if it has posts
     * @param before the previous document at this path, if this process has it
     * @param known the stored state of the previous document
     */
    record Request(
            Publication publication,
            FeedFile file,
            Optional<PageDate> date,
            Optional<Generation.BuiltDocument> before,
            Optional<DocumentState> known) {
        Request with(Publication other) {
            return new Request(other, file, date, before, known);
        }
    }

    /** A document with the state to store for it. */
    record Result(Generation.BuiltDocument built, DocumentState state, boolean isChanged) {}

    /** Returns the previous document if its publication is unchanged; empty otherwise. */
    static Optional<Result> reused(Request request) {
        return request.before()
                .filter(built -> built.publication()
                        .filter(before -> isUnchanged(before, request.publication()))
                        .isPresent())
                .flatMap(built -> request.known().map(known -> new Result(built, known, false)));
    }

    private static boolean isUnchanged(Publication before, Publication now) {
        return before.equals(now);
    }

    Result make(Request request) {
        return request.known()
                .map(known -> update(request, known))
                .orElseGet(() -> changed(
                        request, isFirst ? Revision.first(request.date(), now) : Revision.added(request.date(), now)));
    }

    /** Keeps the dates if encoding with the previous date gives the same bytes, and moves them otherwise. */
    private Result update(Request request, DocumentState known) {
        var sameDates = encode(request, known.updated());
        return sameDates.digest().equals(known.digest())
                ? unchanged(request, known, sameDates)
                : changed(request, Revision.next(known, request.date(), now));
    }

    private Result unchanged(Request request, DocumentState known, Bytes bytes) {
        var state = DocumentState.of(
                        request.publication(), request.file(), known.digest(), known.updated(), known.lastModified())
                .withPast(known.past());
        var document =
                request.before().map(Generation.BuiltDocument::document).orElseGet(() -> Document.of(state, bytes));
        return new Result(built(request, document), state, false);
    }

    private Result changed(Request request, Revision revision) {
        var bytes = encode(request, revision.updated());
        var state = DocumentState.of(
                request.publication(), request.file(), bytes.digest(), revision.updated(), revision.lastModified());
        var first = Document.of(state, bytes);
        var document =
                request.before().map(built -> first.after(built.document())).orElse(first);
        return new Result(built(request, document), state.withPast(document.past()), true);
    }

    private static Bytes encode(Request request, PageDate updated) {
        return Bytes.of(Formats.encode(request.publication(), request.file(), updated));
    }

    /** Adds the fields that are not stored because they can be derived from the posts and the settings. */
    private static Generation.BuiltDocument built(Request request, Document document) {
        var info = request.publication() instanceof Feed feed ? FeedInfo.published(feed) : FeedInfo.NONE;
        return new Generation.BuiltDocument(Optional.of(request.publication()), document.withFeed(info));
    }
}
