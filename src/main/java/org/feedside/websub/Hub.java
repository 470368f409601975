package org.feedside.websub;

/** A WebSub hub. */
interface Hub {
    /** Notifies the hub that a topic has changed (W3C WebSub, section 7). Failures are part of the result. */
    PingResult publish(String topic) throws InterruptedException;
}
