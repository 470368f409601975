package org.feedside.websub;

/**
 * A notification for the hub: this version of a topic can be fetched.
 *
 * @param topic the public URL of a feed's document
 * @param digest the digest of the version
 */
record Ping(String topic, String digest) {}
