package org.feedside.websub;

/**
 * What a hub is to be told: that this version of a topic can be fetched.
 *
 * @param topic the public URL of a feed's document
 * @param digest of the version
 */
record Ping(String topic, String digest) {}
