package org.feedside.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.feedside.content.PageDate;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.Publication;
import org.feedside.formats.Formats;
import org.feedside.formats.WrittenEntries;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Revision;
import org.feedside.publishing.UpdateInterval;
import org.feedside.publishing.state.DocumentState;

/**
 * Makes a document, from what is to be published and what was. Several threads may make several documents.
 *
 * @param coding adds the codings that a publication waits for
 */
record DocumentMaker(UnaryOperator<Document> coding, Instant now) {
    /** A document as it is to be published, and what is to be remembered of it. */
    record Result(Generation.Made made, DocumentState state, boolean isChanged) {}

    /** A document of which nothing has changed that it is made of. */
    static Optional<Result> kept(Generation.Wanted wanted) {
        return wanted.before()
                .filter(made -> made.publication()
                        .filter(before -> isUnchanged(before, wanted.publication()))
                        .isPresent())
                .flatMap(made -> wanted.known().map(known -> new Result(made, known, false)));
    }

    private static boolean isUnchanged(Publication before, Publication now) {
        return before.equals(now);
    }

    Result make(Generation.Wanted wanted) {
        var written = written(wanted);
        return wanted.known()
                .map(known -> next(wanted, known, encode(wanted, known.updated(), written)))
                .orElseGet(() -> {
                    var revision = Revision.first(wanted.date(), now);
                    return changed(wanted, revision, Bytes.of(encode(wanted, revision.updated(), written)));
                });
    }

    /** With the date that stands in it a document has the same bytes, or it gets another date. */
    private Result next(Generation.Wanted wanted, DocumentState known, byte[] bytes) {
        var asBefore = Bytes.of(bytes);
        if (asBefore.digest().equals(known.digest())) {
            return same(wanted, known, asBefore);
        }
        var revision = Revision.next(known, wanted.date(), now);
        var format = wanted.file().format();
        return changed(
                wanted, revision, Bytes.of(Formats.withUpdated(format, bytes, known.updated(), revision.updated())));
    }

    private Result same(Generation.Wanted wanted, DocumentState known, Bytes bytes) {
        var state = DocumentState.of(
                        wanted.publication(), wanted.file(), known.digest(), known.updated(), known.lastModified())
                .withPast(known.past());
        var document =
                wanted.before().map(Generation.Made::document).orElseGet(() -> coding.apply(Document.of(state, bytes)));
        return new Result(made(wanted, document), state, false);
    }

    private Result changed(Generation.Wanted wanted, Revision revision, Bytes bytes) {
        var state = DocumentState.of(
                wanted.publication(), wanted.file(), bytes.digest(), revision.updated(), revision.lastModified());
        var alone = coding.apply(Document.of(state, bytes));
        var document = wanted.before().map(made -> alone.after(made.document())).orElse(alone);
        return new Result(made(wanted, document), state.withPast(document.past()), true);
    }

    private static byte[] encode(Generation.Wanted wanted, PageDate updated, WrittenEntries written) {
        return Formats.encode(wanted.publication(), wanted.file(), updated, written);
    }

    /** The entries that stand in the document before, where an edit leaves nearly all as they were. */
    private static WrittenEntries written(Generation.Wanted wanted) {
        return wanted.before()
                .filter(made -> wanted.publication() instanceof Feed)
                .flatMap(made -> made.publication()
                        .flatMap(publication -> publication instanceof Feed feed
                                ? made.document().texts(feed.entries())
                                : Optional.empty()))
                .<WrittenEntries>map(texts -> entry -> Optional.ofNullable(texts.get(entry)))
                .orElse(WrittenEntries.NONE);
    }

    /** Adds what nobody remembers over a restart, as it follows from the posts and the settings. */
    private static Generation.Made made(Generation.Wanted wanted, Document document) {
        var feed = wanted.publication() instanceof Feed f ? Optional.of(f) : Optional.<Feed>empty();
        var published = feed.map(Feed::entries).orElse(List.<Entry>of()).stream()
                .map(entry -> entry.published().instant())
                .toList();
        var complete = document.withRhythm(UpdateInterval.of(published)).withAbout(feed.flatMap(Feed::about));
        return new Generation.Made(Optional.of(wanted.publication()), complete);
    }
}
