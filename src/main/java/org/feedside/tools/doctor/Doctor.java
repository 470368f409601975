package org.feedside.tools.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.feeds.Format;
import org.feedside.markup.discovery.AlternateLink;
import org.feedside.pipeline.Progress;

/** Examines public feeds, one request at a time. */
public final class Doctor {
    /** The maximum number of feeds of one page, which may link to thousands. */
    public static final int MAX_FEEDS = 12;

    private final Fetcher web;
    private final Map<URI, Visit> pages = new HashMap<>();

    Doctor(Fetcher web) {
        this.web = web;
    }

    /** Creates a doctor that uses the network. */
    public static Doctor ofTheWeb(Progress progress) {
        return new Doctor(HttpFetcher.patient(Optional.empty(), progress));
    }

    /**
     * Creates a doctor that connects to one server for all requests to the host of a URL, whatever DNS says.
     *
     * @throws IOException if the server does not accept connections
     */
    public static Doctor connectedTo(InetSocketAddress server, URI url, Progress progress) throws IOException {
        return new Doctor(HttpFetcher.patient(Optional.of(FixedServer.of(server, url)), progress));
    }

    /** Returns the feeds to examine: the address itself, or those that the page there links to, up to the maximum. */
    public List<URI> feeds(URI address) throws InterruptedException {
        return WebAddress.isLikelyFeed(address)
                ? List.of(address)
                : linked(address).orElse(List.of(address));
    }

    /** Returns the diagnosis of a page without a feed link. */
    public static Diagnosis namesNoFeed(URI page) {
        var remark = Remark.warning(
                "this page links to no feed",
                "Readers that are given the address of the page find no feed.",
                "put `<link rel=\"alternate\" type=\"application/atom+xml\" href=\"…\">` into its head (`feedside"
                        + " snippet` prints the lines), or give the address of the feed.");
        return new Diagnosis(page.toString(), true, List.of(Finding.general(page.toString(), remark)));
    }

    public Diagnosis examine(URI feed) throws InterruptedException {
        var examination = Examination.of(feed, web, pages);
        return new Diagnosis(feed.toString(), examination.isReached(), Judge.findings(examination));
    }

    /** Returns the feeds that a page links to, if any reader gets a page, and not that of a bot filter. */
    private Optional<List<URI>> linked(URI address) throws InterruptedException {
        for (var reader : SimulatedReader.values()) {
            var visit = Visit.of(web, reader, address, Validators.NONE);
            if (visit.content() instanceof BodyContent.OfPage page
                    && BotChallenge.of(visit).isEmpty()) {
                return Optional.of(linked(page.html(), visit.address()));
            }
            if (visit.content().mayBeFeed() || visit.received().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<URI> linked(String html, URI address) {
        return AlternateLink.in(html, address.toString()).stream()
                .filter(link -> link.type().filter(Format::isFeed).isPresent())
                .flatMap(link -> WebAddress.parse(link.href()).stream())
                .distinct()
                .limit(MAX_FEEDS)
                .toList();
    }
}
