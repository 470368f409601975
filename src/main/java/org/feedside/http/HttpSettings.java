package org.feedside.http;

import java.net.URI;

/**
 * What the operator decides about answers.
 *
 * @param baseUrl the site's public address: every address we send is built from it, none from what a client says
 * @param freshness how long an answer may be used without asking again
 */
public record HttpSettings(URI baseUrl, Freshness freshness) {
    public HttpSettings {
        if (!baseUrl.isAbsolute() || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(baseUrl + " is not the address of a site");
        }
    }

    public static HttpSettings of(URI baseUrl) {
        return new HttpSettings(baseUrl, Freshness.DEFAULT);
    }
}
