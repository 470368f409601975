package org.feedside.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PastVersion;

/**
 * A document as it is served: a feed in one format, or a page about feeds.
 *
 * @param path the path below base_url and in the feeds folder, without a leading slash: {@code tags/rust/atom.xml}
 * @param url its public URL
 * @param mediaType the value of Content-Type
 * @param lastModified whole seconds; empty for a document that is made on demand, because its earlier versions are not
 *     stored
 * @param variants the identity coding first, then the others
 * @param entryIndex the byte ranges of its entries, if the format allows entries to be left out
 * @param past the versions that readers may still have, newest first
 * @param updateInterval a useful interval between polls, if the dates of its posts suggest one
 * @param page the public URL of the page whose feed this is, if there is one
 * @param about the page about this feed, if there is one and it is known
 * @param kind the audience
 */
public record Document(
        String path,
        String url,
        String mediaType,
        Optional<Instant> lastModified,
        List<Variant> variants,
        LazyEntryIndex entryIndex,
        List<PastVersion> past,
        Optional<Duration> updateInterval,
        Optional<String> page,
        Optional<FeedPage> about,
        Kind kind) {
    /** The audience of a document. */
    public enum Kind {
        /** Feed readers. */
        FEED,
        /** People. */
        PAGE,
        /** Browsers that show a page. The bytes at one path never change. */
        ASSET
    }

    public Document {
        variants = List.copyOf(variants);
        past = List.copyOf(past);
        if (variants.isEmpty() || variants.get(0).coding() != Coding.IDENTITY) {
            throw new IllegalArgumentException(path + " needs the identity coding first");
        }
        if (lastModified
                .filter(time -> !time.equals(time.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent()) {
            throw new IllegalArgumentException(path + " must have a Last-Modified in whole seconds: " + lastModified);
        }
    }

    /** A feed without earlier versions. */
    public Document(String path, String url, String mediaType, Instant lastModified, List<Variant> variants) {
        this(
                path,
                url,
                mediaType,
                Optional.of(lastModified),
                variants,
                LazyEntryIndex.in(variants.get(0).bytes()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kind.FEED);
    }

    /** Returns the document with these plain bytes. */
    public static Document of(DocumentState state, Bytes bytes) {
        var file = state.file();
        var document = new Document(
                        file.path(),
                        file.url(),
                        file.format().contentType(),
                        state.lastModified(),
                        List.of(Variant.plain(bytes)))
                .withPast(state.past());
        // A list of feeds is no alternate form of the home page.
        return file.format() == Format.OPML ? document : document.withPage(state.page());
    }

    /** Returns a feed that is made on demand. */
    public static Document onDemand(FeedFile file, String page, Bytes bytes) {
        return new Document(file.path(), file.url(), file.format().contentType(), bytes, Kind.FEED).withPage(page);
    }

    /** Returns a page for people, or an asset of one, which is made on demand. */
    public static Document forPage(FeedPage page, String mediaType, Bytes bytes, Kind kind) {
        return new Document(page.path(), page.url(), mediaType, bytes, kind);
    }

    private Document(String path, String url, String mediaType, Bytes bytes, Kind kind) {
        this(
                path,
                url,
                mediaType,
                Optional.empty(),
                Encodings.immediate(bytes),
                LazyEntryIndex.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kind);
    }

    /** Whether it is made for each request, so that its time of change is unknown. */
    public boolean isOnDemand() {
        return lastModified.isEmpty();
    }

    /**
     * Whether it is a topic that a hub is pinged for (WebSub, section 7): a feed and not a list of feeds. On-demand
     * feeds are no topics, because the time of their changes is unknown.
     */
    public boolean isTopic() {
        return !isOnDemand() && !url.isEmpty() && Format.isFeed(mediaType);
    }

    public Variant identity() {
        return variants.get(0);
    }

    public Optional<Variant> variant(Coding coding) {
        return variants.stream().filter(v -> v.coding() == coding).findFirst();
    }

    /** Returns the byte ranges of the entries, if the format allows entries to be left out. */
    public Optional<EntryIndex> entries() {
        return entryIndex.index();
    }

    /** Returns the digest of the plain bytes: the same in every coding and on every machine. */
    public String digest() {
        var tag = identity().entityTag();
        return tag.substring(1, tag.length() - 1);
    }

    public Document withVariants(List<Variant> newVariants) {
        return new Document(
                path, url, mediaType, lastModified, newVariants, entryIndex, past, updateInterval, page, about, kind);
    }

    public Document withPast(List<PastVersion> versions) {
        return new Document(
                path, url, mediaType, lastModified, variants, entryIndex, versions, updateInterval, page, about, kind);
    }

    public Document withUpdateInterval(Optional<Duration> interval) {
        return new Document(
                path, url, mediaType, lastModified, variants, entryIndex, past, interval, page, about, kind);
    }

    public Document withPage(String pageUrl) {
        return new Document(
                path,
                url,
                mediaType,
                lastModified,
                variants,
                entryIndex,
                past,
                updateInterval,
                Optional.of(pageUrl),
                about,
                kind);
    }

    public Document withAbout(Optional<FeedPage> feedPage) {
        return new Document(
                path, url, mediaType, lastModified, variants, entryIndex, past, updateInterval, page, feedPage, kind);
    }

    /**
     * Returns this document as the successor of another one, with that one and its earlier versions as past versions.
     */
    public Document after(Document previous) {
        var versions = new ArrayList<PastVersion>();
        previous.toPastVersion().ifPresent(versions::add);
        versions.addAll(previous.past());
        versions.removeIf(version -> version.digest().equals(digest()));
        return withPast(PastVersion.limited(versions));
    }

    private Optional<PastVersion> toPastVersion() {
        return entries().map(index -> new PastVersion(digest(), index.digests()));
    }

    /**
     * Returns the feed with only those entries that are new or changed since a past version.
     *
     * @param digest the digest of the version that the reader has
     */
    public Optional<Bytes> since(String digest) {
        return entries()
                .flatMap(index -> past.stream()
                        .filter(version -> version.digest().equals(digest))
                        .findFirst()
                        .map(version -> identity().bytes().without(index.knownFrom(version))));
    }
}
