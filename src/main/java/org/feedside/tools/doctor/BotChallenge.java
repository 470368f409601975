package org.feedside.tools.doctor;

import java.util.Optional;
import java.util.stream.Stream;

/** Recognises bot filters that demand a browser, which no feed reader can pass. */
final class BotChallenge {
    private static final String REMEDY =
            "exempt the paths of the feeds. Cloudflare: Security, WAF, a custom rule with the action Skip for them, and"
                    + " Bot Fight Mode off, which no rule can skip; Anubis: a rule with `action: ALLOW` for their `path_regex`.";

    private BotChallenge() {}

    static Optional<Remark> of(Visit visit) {
        return visit.received()
                .flatMap(received -> sign(received.fields())
                        .or(() -> sign(visit.content()))
                        .map(sign -> Remark.error(
                                "answers %d with a browser challenge (%s) instead of the feed"
                                        .formatted(received.status(), sign),
                                "Feed readers cannot pass it, so their users get nothing new.",
                                REMEDY)));
    }

    private static Optional<String> sign(ResponseFields fields) {
        return Stream.of("cf-mitigated", "x-amzn-waf-action", "sg-captcha")
                .flatMap(name -> fields
                        .value(name)
                        .filter(value -> value.equals("challenge") || value.equals("captcha"))
                        .map(value -> name + ": " + value)
                        .stream())
                .findFirst();
    }

    private static Optional<String> sign(BodyContent content) {
        return content instanceof BodyContent.OfPage page
                ? page.page()
                        .title()
                        .filter(title -> title.startsWith("Just a moment") || title.startsWith("Making sure you"))
                        .map("“%s”"::formatted)
                : Optional.empty();
    }
}
