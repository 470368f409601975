package org.feedside.pinging;

/** A WebSub hub. */
interface Hub {
    /** Says that a topic can be fetched anew; what goes wrong is part of the answer. */
    Answer publish(String topic) throws InterruptedException;
}
