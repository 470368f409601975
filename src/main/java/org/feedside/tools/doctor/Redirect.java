package org.feedside.tools.doctor;

import java.net.URI;

/** A redirect that was followed. */
record Redirect(URI from, int status, URI to) {
    /** Returns whether readers may store the new address. */
    boolean isPermanent() {
        return status == 301 || status == 308;
    }

    @Override
    public String toString() {
        return status + " to " + to;
    }
}
