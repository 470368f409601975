package org.feedside.websub;

/** A WebSub hub. */
interface Hub {
    /** Says that a topic can be fetched anew; what goes wrong is part of the answer. */
    PingResult publish(String topic) throws InterruptedException;
}
