package org.feedside.tools.doctor;

/** Why a request got no response. */
enum ConnectionFailure {
    NO_SUCH_HOST("no host has this name", "check the name and its A or AAAA record."),
    REFUSED(
            "the connection was refused",
            "check that the server runs (`systemctl status nginx`; caddy, or feedside if this is its own port) and listens on this"
                    + " port, and that no firewall blocks it."),
    NO_CONNECTION("the connection timed out", "check the address, and that no firewall drops the packets."),
    CERTIFICATE_EXPIRED(
            "its certificate has expired",
            "renew it: `certbot renew`, and check why it was not renewed automatically (`systemctl list-timers`); Caddy renews it"
                    + " if it is reachable on port 80 or 443."),
    CERTIFICATE_OF_ANOTHER(
            "its certificate is for another host",
            "get a certificate that includes this name, or check that `server_name` (nginx) or the site's address (Caddy) is"
                    + " this one, since otherwise another site's certificate is sent."),
    CERTIFICATE_UNTRUSTED(
            "its certificate is not trusted",
            "use a certificate from a known authority and send the intermediate ones too: `ssl_certificate` (nginx) must name"
                    + " fullchain.pem, not cert.pem."),
    NOT_TLS("the port does not speak TLS", "write `listen 443 ssl` (nginx), or use http."),
    TLS("the TLS handshake failed", "allow TLS 1.2 and 1.3: `ssl_protocols TLSv1.2 TLSv1.3;` (nginx)."),
    NO_ANSWER(
            "the response timed out",
            "check that the service behind the web server runs and is not overloaded: `systemctl status feedside`."),
    NOT_ASKED(
            "it took too long to respond to the requests before",
            "check that the service behind the web server runs and is not overloaded: `systemctl status feedside`."),
    BROKEN("the connection was closed early", "see the web server's error log, and check firewalls and bot filters.");

    private final String what;
    private final String remedy;

    ConnectionFailure(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }

    /** Returns whether the failure affects every reader, so that the others need not try. */
    boolean isGeneral() {
        return this != NO_ANSWER && this != BROKEN;
    }
}
