package org.feedside.tools.doctor;

/** Why a request got no answer. */
enum ConnectionFailure {
    NO_SUCH_HOST("there is no host of this name", "see that the name is right and has an A or AAAA record."),
    REFUSED(
            "nothing listens there",
            "see that the web server runs (`systemctl status nginx`, or caddy), listens on this port, and that no firewall"
                    + " closes it."),
    NO_CONNECTION(
            "no connection came about in time",
            "see that the address is right, and that no firewall drops what comes."),
    CERTIFICATE_EXPIRED(
            "its certificate has expired",
            "renew it: `certbot renew`, and see why it was not done by itself (`systemctl list-timers`); Caddy does it"
                    + " when it is reached on port 80 or 443."),
    CERTIFICATE_OF_ANOTHER(
            "its certificate is for another host",
            "ask for a certificate with this name in it, or see that `server_name` (nginx) or the site's address (Caddy) is"
                    + " this one, so that another server's certificate is not sent."),
    CERTIFICATE_UNTRUSTED(
            "nobody vouches for its certificate",
            "use one of a known authority, and send what lies between too: `ssl_certificate` (nginx) must name"
                    + " fullchain.pem, not cert.pem."),
    NOT_TLS("it does not speak TLS on this port", "write `listen 443 ssl` (nginx), or ask with http."),
    TLS("no safe connection came about", "allow TLS 1.2 and 1.3: `ssl_protocols TLSv1.2 TLSv1.3;` (nginx)."),
    NO_ANSWER(
            "no answer came in time",
            "see that what stands behind the web server runs and is not overloaded: `systemctl status feedside`."),
    BROKEN(
            "the connection broke",
            "see what the web server's error log says, and who else closes connections: a firewall, a bot filter.");

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

    /** Whether it befalls everyone, whoever asks: so nobody else need try. */
    boolean isGeneral() {
        return this != NO_ANSWER && this != BROKEN;
    }
}
