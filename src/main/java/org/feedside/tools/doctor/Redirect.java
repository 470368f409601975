package org.feedside.tools.doctor;

import java.net.URI;

/** A redirect that was followed. */
record Redirect(URI from, int status, URI to) {
    /** Whether readers may write the new address down. */
    boolean isPermanent() {
        return status == 301 || status == 308;
    }

    @Override
    public String toString() {
        return status + " to " + to;
    }
}
