package org.feedside.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PastVersion;

/**
 * A document as it is served: a feed in one format, a page about feeds, or the manifest.
 *
 * @param path the path below base_url and in the feeds folder, without a leading slash: {@code tags/rust/atom.xml}
 * @param mediaType the value of Content-Type
 * @param lastModified whole seconds; empty for a document that is made on demand, because its earlier versions are not
 *     stored
 * @param variants the identity coding first, then the others
 * @param past the versions that readers may still have, newest first
 */
public record Document(
        String path,
        String url,
        String mediaType,
        Optional<Instant> lastModified,
        List<Variant> variants,
        List<PastVersion> past,
        FeedInfo feed,
        Kind kind) {
    /** The audience of a document. */
    public enum Kind {
        /** Feed readers. */
        FEED,
        /** People. */
        PAGE,
        /** Browsers that show a page. The bytes at one path never change. */
        ASSET,
        /** Builds that continue from what is published. */
        MANIFEST
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

    public static Document of(DocumentState state, Bytes bytes) {
        var file = state.file();
        return new Document(
                file.path(),
                file.url(),
                file.format().contentType(),
                Optional.of(state.lastModified()),
                Encodings.of(bytes),
                state.past(),
                file.format() == Format.OPML ? FeedInfo.NONE : FeedInfo.ofPage(state.page()),
                Kind.FEED);
    }

    public static Document onDemand(FeedFile file, FeedInfo feed, Bytes bytes) {
        return onDemand(file.path(), file.url(), file.format().contentType(), feed, bytes);
    }

    public static Document onDemand(String path, String url, String mediaType, FeedInfo feed, Bytes bytes) {
        return new Document(path, url, mediaType, bytes, feed, Kind.FEED);
    }

    /** Returns a page for people, an asset of one, or the manifest, which are made on demand. */
    public static Document forPage(FeedPage page, String mediaType, Bytes bytes, Kind kind) {
        return new Document(page.path(), page.url(), mediaType, bytes, FeedInfo.NONE, kind);
    }

    private Document(String path, String url, String mediaType, Bytes bytes, FeedInfo feed, Kind kind) {
        this(path, url, mediaType, Optional.empty(), Encodings.of(bytes), List.of(), feed, kind);
    }

    /** Whether it is made for each request, so that its time of change is unknown. */
    public boolean isOnDemand() {
        return lastModified.isEmpty();
    }

    /** Whether a hub is pinged for it (WebSub, section 7): it is a feed, no list of feeds, and not made on demand. */
    public boolean isTopic() {
        return !isOnDemand() && !url.isEmpty() && Format.isFeed(mediaType);
    }

    /** Returns whether all its variants are made, so that a response waits for nothing. */
    public boolean isMade() {
        for (var variant : variants) {
            if (!variant.isMade()) {
                return false;
            }
        }
        return true;
    }

    public Variant identity() {
        return variants.get(0);
    }

    public Optional<Variant> variant(Coding coding) {
        return variants.stream().filter(v -> v.coding() == coding).findFirst();
    }

    /** Returns the byte ranges of the entries, if the format allows entries to be left out. */
    public Optional<EntryIndex> entries() {
        return isOnDemand() ? Optional.empty() : identity().bytes().entries();
    }

    /** Returns the digest of the plain bytes: the same in every coding and on every machine. */
    public String digest() {
        var tag = identity().entityTag();
        return tag.substring(1, tag.length() - 1);
    }

    public Document withVariants(List<Variant> newVariants) {
        return new Document(path, url, mediaType, lastModified, newVariants, past, feed, kind);
    }

    Document withLastModified(Instant time) {
        return new Document(path, url, mediaType, Optional.of(time), variants, past, feed, kind);
    }

    public Document withFeed(FeedInfo info) {
        return new Document(path, url, mediaType, lastModified, variants, past, info, kind);
    }

    /** Returns this document with another one and its earlier versions as past versions. */
    public Document after(Document previous) {
        var last = previous.entries().map(index -> new PastVersion(previous.digest(), index.digests()));
        var versions = Stream.concat(last.stream(), previous.past().stream())
                .filter(version -> !version.digest().equals(digest()))
                .toList();
        return new Document(path, url, mediaType, lastModified, variants, PastVersion.limited(versions), feed, kind);
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
